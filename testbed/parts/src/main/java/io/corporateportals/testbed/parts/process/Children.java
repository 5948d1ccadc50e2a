package io.corporateportals.testbed.parts.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that this JVM has started. They end with it: in order when it closes them or is asked to end, by the
 * {@link Reaper} when it is killed.
 */
public final class Children implements AutoCloseable {
    // Nothing runs before the reaper knows of it: if this JVM dies in between, the shell reads no "go" and ends.
    // Ctrl-C goes to every process of a terminal; the parent alone answers it, so that all end in order.
    private static final String GATE = "trap '' INT HUP; read -r go && exec \"$@\" </dev/null";

    private static final Duration PROGRAMS_END = Duration.ofMinutes(3);

    private final Deque<Child> children = new ArrayDeque<>();
    private final List<Path> temporary = new CopyOnWriteArrayList<>();
    private final ReaperLink reaper = ReaperLink.open();
    // what is left to the reaper then: this JVM's other threads may still be writing to the temporary directories
    private final Thread lastResort = new Thread(this::stopAll, "children");
    private boolean closed;

    /** Without any child yet. */
    public Children() {
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Adds a child and starts it. */
    public Child start(Launch launch) {
        Child child = new Child(this, launch);
        synchronized (this) {
            children.push(child);
        }
        child.start();
        return child;
    }

    /** Runs a program to its end; fails with the path of its log if that is bad. */
    public void run(Launch launch) {
        Child child = new Child(this, launch);
        int code = exitCode(child);
        if (code != 0)
            throw new CannotStart(launch.name() + " failed (exit code " + code + "): see " + child.keepLog());
    }

    /** Runs a program to its end, whatever that is like. */
    public int exitCode(Launch launch) {
        return exitCode(new Child(this, launch));
    }

    // after so long it is killed
    private static int exitCode(Child child) {
        child.start();
        try {
            child.ended().get(PROGRAMS_END.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            child.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            child.kill();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return child.ended().join();
    }

    /** A new directory that is deleted when all children have ended, even if this JVM is killed. */
    public Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("corporate-portals-");
            reaper.deleteAtTheEnd(directory);
            temporary.add(directory);
            return directory;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * Locks {@code file} until every child has ended, even if this JVM is killed.
     *
     * @return false if another process holds it
     */
    public boolean lock(Path file) {
        return reaper.lock(file);
    }

    /** Returns when one of the children has ended: what there is to say of it, or nothing if we have asked it to. */
    public Optional<String> awaitTheEndOfOne() {
        List<CompletableFuture<Child>> ends;
        synchronized (this) {
            ends = children.stream()
                    .map(child -> child.ended().thenApply(code -> child))
                    .toList();
        }
        Child first = (Child) CompletableFuture.anyOf(ends.toArray(CompletableFuture<?>[]::new))
                .join();
        int code = first.ended().join();
        synchronized (this) {
            if (closed) return Optional.empty();
            return Optional.of(first.name() + " ended (exit code " + code + "): see " + first.keepLog());
        }
    }

    /** Stops the children, last started first, and deletes the temporary directories. */
    @Override
    public void close() {
        LastWords.keep(saying());
        stopAll();
        reaper.close();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException alreadyShuttingDown) {
            // then the hook runs, and finds nothing to do
        }
    }

    /** A copy of {@code log} that outlives the temporary directories, or itself if it lies in none of them or we are ending. */
    Path kept(Path log) {
        if (closing() || !inTemporary(log)) return log;
        try {
            Path copy = Files.createTempFile("corporate-portals-", "-" + log.getFileName());
            return Files.copy(log, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    synchronized Process spawn(Launch launch) {
        if (closed) throw new CannotStart("shutting down: " + launch.name() + " is not started any more");
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(Sessions.own(GATE, launch.command()));
            builder.environment().putAll(launch.environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            Process process = builder.start();
            reaper.watch(process.toHandle(), launch.stop());
            try (BufferedWriter gate = process.outputWriter()) {
                gate.write("go\n");
            }
            return process;
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot start " + launch.name(), fault);
        }
    }

    private synchronized List<Child> saying() {
        return closed
                ? List.of()
                : children.stream().filter(child -> inTemporary(child.log())).toList();
    }

    private boolean inTemporary(Path log) {
        return temporary.stream().anyMatch(log::startsWith);
    }

    private synchronized boolean closing() {
        return closed;
    }

    private void stopAll() {
        List<Child> lastFirst;
        synchronized (this) {
            if (closed) return;
            closed = true;
            lastFirst = List.copyOf(children);
        }
        lastFirst.forEach(Child::stop);
    }
}
