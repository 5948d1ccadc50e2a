package io.corporateportals.testbed.parts.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What children have said, and what the threads of those that still run do: kept where the system property
 * {@value #WHERE} says, as the build does. Without it, nobody would learn why a test waited in vain: the logs are deleted
 * with the rest before the test is known to have failed.
 */
final class LastWords {
    static final String WHERE = "corporateportals.last-words";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final String LAST_OF_A_THREAD_DUMP = "JNI global refs";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAUSE_MS = 50;

    private LastWords() {}

    /** Keeps those of {@code children} whose logs do not stay anyway. */
    static void keep(Collection<Child> children) {
        String where = System.getProperty(WHERE);
        if (where == null || children.isEmpty()) return;
        children.stream().filter(Child::alive).forEach(Child::tellThreads);
        awaitThreads(children.stream()
                .filter(child -> child.alive() && child.isJvm())
                .map(Child::log)
                .toList());
        try {
            Path kept = Files.createDirectories(
                    Path.of(where, LocalDateTime.now(ZoneId.systemDefault()).format(WHEN)));
            for (Path logs : children.stream()
                    .map(child -> child.log().getParent())
                    .distinct()
                    .toList()) copy(logs, kept);
        } catch (IOException fault) {
            System.err.println("the logs cannot be kept: " + fault);
        }
    }

    // with a JVM's report of its crash, which lies there too
    private static void copy(Path logs, Path kept) throws IOException {
        try (Stream<Path> all = Files.list(logs)) {
            for (Path log : all.filter(Files::isRegularFile).toList()) Files.copy(log, kept.resolve(log.getFileName()));
        }
    }

    // one that is paused tells nothing
    private static void awaitThreads(List<Path> logs) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!logs.stream().allMatch(LastWords::toldThreads) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean toldThreads(Path log) {
        try {
            return Files.readString(log).contains(LAST_OF_A_THREAD_DUMP);
        } catch (IOException notReadable) {
            return true;
        }
    }
}
