package io.corporateportals.testbed.parts.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Whether a process runs that need not be a child of ours. Java counts one among the living that has ended and for
 * which its parent has not asked, in a container perhaps for ever; and it looks seconds apart.
 */
public final class Liveness {
    private static final long PAUSE_MS = 20;

    private Liveness() {}

    /** Whether the process with this id runs. */
    public static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(Liveness::runs).isPresent();
    }

    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    /** Whether all {@code processes} have ended before {@code limit} is over; returns as soon as they have. */
    static boolean endWithin(Duration limit, Collection<ProcessHandle> processes) {
        long end = System.nanoTime() + limit.toNanos();
        while (processes.stream().anyMatch(Liveness::runs)) {
            if (System.nanoTime() > end) return false;
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    // "PID (NAME) STATE …", where the name may hold anything
    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException noSuchFileHere) {
            return false;
        }
    }
}
