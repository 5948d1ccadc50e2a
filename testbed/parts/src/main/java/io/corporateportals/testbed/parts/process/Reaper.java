package io.corporateportals.testbed.parts.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that outlives its parent for a moment, to end what the parent left running. It is told what there is on its
 * standard input, line by line, and acts when that ends. Needs nothing but java.base.
 *
 * <ul>
 *   <li>{@code process PID START SIGNAL}: a process, when it started (ms), and the signal that asks it to end
 *   <li>{@code directory PATH}: to be deleted when all processes have ended
 *   <li>{@code lock PID PATH}: a file to be locked for PID until then; answered by {@code locked} or {@code taken}
 * </ul>
 */
public final class Reaper {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Orphan> orphans = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final List<FileLock> locks = new ArrayList<>();

    private Reaper() {}

    /** Reads until the parent has gone, then reaps. */
    public static void main(String[] arguments) throws IOException {
        Reaper reaper = new Reaper();
        BufferedReader parent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = parent.readLine(); line != null; line = parent.readLine()) {
            reaper.note(line);
        }
        reaper.reap();
    }

    /** When {@code process} started, in ms: with its id this names it for ever, for ids are used again. */
    static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private void note(String line) throws IOException {
        String[] words = line.split(" ", 2);
        String rest = words[1];
        switch (words[0]) {
            case "process" -> orphans.add(Orphan.parse(rest));
            case "directory" -> directories.add(Path.of(rest));
            case "lock" -> {
                String[] ownerAndFile = rest.split(" ", 2);
                System.out.println(lock(ownerAndFile[0], Path.of(ownerAndFile[1])) ? "locked" : "taken");
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    private boolean lock(String owner, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return false;
        }
        locks.add(lock);
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(owner));
        return true;
    }

    private void reap() {
        Collections.reverse(orphans);
        List<Orphan> alive = orphans.stream().filter(Orphan::runs).toList();
        // before they are asked to end: what they leave behind when they do is nobody's descendant
        List<ProcessHandle> families = alive.stream().flatMap(Orphan::family).toList();
        alive.forEach(Orphan::askToEnd);
        if (!Liveness.endWithin(PATIENCE, families)) families.forEach(ProcessHandle::destroyForcibly);
        Liveness.endWithin(PATIENCE, families);
        directories.forEach(Directories::delete);
    }

    private record Orphan(long pid, long start, Signal stop) {
        static Orphan parse(String words) {
            String[] parts = words.split(" ", 3);
            return new Orphan(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Signal.valueOf(parts[2]));
        }

        boolean runs() {
            return ProcessHandle.of(pid).filter(this::isTheSame).isPresent();
        }

        Stream<ProcessHandle> family() {
            return ProcessHandle.of(pid).stream().flatMap(self -> Stream.concat(Stream.of(self), self.descendants()));
        }

        void askToEnd() {
            stop.sendTo(pid);
            // a paused process takes no notice until it goes on
            Signal.CONT.sendTo(pid);
        }

        // the start is computed from the boot time, which may waver by a second
        private boolean isTheSame(ProcessHandle process) {
            return Math.abs(startOf(process) - start) < 2_000;
        }
    }
}
