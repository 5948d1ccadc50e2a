package io.corporateportals.testbed.parts.machine;

import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Children;
import io.corporateportals.testbed.parts.process.Directories;
import io.corporateportals.testbed.parts.process.Liveness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts keep their data and their logs; used by one set of parts at a time.
 *
 * @param path the directory
 * @param lasting whether it stays when its children have ended
 */
public record DataDirectory(Path path, boolean lasting) {
    private static final String TEMPORARY = "tmp";
    private static final Duration OTHERS_END = Duration.ofSeconds(30);

    /** Takes {@code wanted} for {@code children}, or a temporary directory if that is null; refuses what is in use. */
    public static DataDirectory taken(@Nullable Path wanted, Children children) {
        if (wanted == null) return new DataDirectory(children.temporaryDirectory(), false);
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
        } catch (IOException fault) {
            throw new CannotStart("cannot make the directory " + wanted + ": give --data another");
        }
        if (!Files.isWritable(path)) throw new CannotStart("cannot write to " + wanted + ": give --data another");
        DataDirectory directory = new DataDirectory(path, true);
        directory.lock(children);
        Directories.delete(directory.of(TEMPORARY));
        return directory;
    }

    /** The directory of one part. */
    public Path of(String part) {
        return path.resolve(part);
    }

    /** Where the log files are. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** The log file of one part or service. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Options that make a JVM put here what it writes by itself: temporary files, of which one that is killed leaves some, and its report if it crashes. */
    public String[] filesOfJvm() {
        try {
            return new String[] {
                "-Djava.io.tmpdir=" + Files.createDirectories(of(TEMPORARY)),
                "-XX:ErrorFile=" + logs().resolve("crash-of-%p.log")
            };
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // When a parent was killed, its children may take some seconds to end.
    private void lock(Children children) {
        long end = System.nanoTime() + OTHERS_END.toNanos();
        while (!children.lock(path.resolve("lock"))) {
            String owner = owner();
            if (lives(owner) || System.nanoTime() > end) {
                throw new CannotStart(path + " is in use by process " + owner + ": end it, or give --data another");
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
        return owner.matches("\\d+") && Liveness.runs(Long.parseLong(owner));
    }
}
