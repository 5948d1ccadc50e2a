package io.corporateportals.testbed.parts;

import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Children;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Where the parts keep their data and their logs; used by one set of parts at a time. */
record DataDirectory(Path path) {
    private static final Duration OTHERS_END = Duration.ofSeconds(30);

    /** Takes {@code path} for {@code children}; refuses if it is in use. */
    static DataDirectory taken(Path path, Children children) {
        try {
            Files.createDirectories(path);
        } catch (IOException fault) {
            throw new CannotStart("cannot write to " + path + ": choose another directory with --data");
        }
        DataDirectory directory = new DataDirectory(path.toAbsolutePath());
        directory.lock(children);
        return directory;
    }

    Path of(String part) {
        return path.resolve(part);
    }

    Path log(String part) {
        return path.resolve("logs").resolve(part + ".log");
    }

    // Of a parent that was killed, the children may take some seconds to end.
    private void lock(Children children) {
        long end = System.nanoTime() + OTHERS_END.toNanos();
        while (!children.lock(path.resolve("lock"))) {
            String owner = owner();
            if (lives(owner) || System.nanoTime() > end) {
                throw new CannotStart(
                        path + " is in use by process " + owner + ": end it, or choose another directory");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private String owner() {
        try {
            return Files.readString(path.resolve("lock")).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static boolean lives(String owner) {
        return owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isPresent();
    }
}
