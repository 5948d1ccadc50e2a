package io.corporateportals.testbed.parts.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that can be stopped, killed, paused and started again, as often as a test likes. */
public final class Child {
    private final Children family;
    private final Launch launch;
    private @Nullable Process process;

    Child(Children family, Launch launch) {
        this.family = family;
        this.launch = launch;
    }

    /** Starts it, for the first time or again. */
    public synchronized void start() {
        if (alive()) throw new IllegalStateException(name() + " is running already");
        process = family.spawn(launch);
    }

    /** Asks it to end and waits; kills it when its patience is over. */
    public synchronized void stop() {
        if (!alive()) return;
        launch.stop().sendTo(pid());
        // a paused process takes no notice until it goes on
        if (launch.stop() != Signal.KILL) Signal.CONT.sendTo(pid());
        if (!endsWithin(launch.patience())) kill();
    }

    /** Asks it by SIGTERM to end in good order, whatever its usual signal is; kills it when its patience is over. */
    public synchronized void stopInGoodOrder() {
        if (!alive()) return;
        Signal.TERM.sendTo(pid());
        if (!endsWithin(launch.patience())) kill();
    }

    /** As {@code kill -9} does; returns when it and its own children are gone. */
    public synchronized void kill() {
        Process running = process;
        if (running == null || !running.isAlive()) return;
        List<ProcessHandle> descendants = running.descendants().toList();
        running.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofMinutes(1));
        Liveness.endWithin(Duration.ofSeconds(10), descendants);
    }

    /** Stands still (SIGSTOP) until {@link #resume()}: to others it is neither there nor gone. */
    public void pause() {
        Signal.STOP.sendTo(pid());
    }

    /** Goes on after {@link #pause()}. */
    public void resume() {
        Signal.CONT.sendTo(pid());
    }

    /** If it is a JVM, writes what its threads do into its log; in a moment, and not while it is paused. */
    public synchronized void tellThreads() {
        if (isJvm() && alive()) Signal.QUIT.sendTo(pid());
    }

    /** Whether it runs (or is paused). */
    public synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** The process id of the latest start. */
    public long pid() {
        return started().pid();
    }

    /** Completes with the exit code when the latest start has ended. */
    public CompletableFuture<Integer> ended() {
        return started().onExit().thenApply(Process::exitValue);
    }

    /** What messages call it. */
    public String name() {
        return launch.name();
    }

    /** The file with its output, of all starts. */
    public Path log() {
        return launch.log();
    }

    boolean isJvm() {
        return launch.command().get(0).endsWith("/java");
    }

    /** The log, at a place where it stays when this is over. */
    Path keepLog() {
        return family.kept(log());
    }

    private synchronized Process started() {
        if (process == null) throw new IllegalStateException(name() + " was never started");
        return process;
    }

    private boolean endsWithin(Duration limit) {
        try {
            return started().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
