package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.parts.machine.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What is left of a run in which something was wrong: without it, nobody would learn what. */
final class Evidence {
    private static final List<String> PARTS = List.of("logs", "kafka");

    private Evidence() {}

    /** Copies what the processes said, and the broker's segments; returns where they are now. */
    static Path kept(DataDirectory data) {
        try {
            Path kept = Files.createTempDirectory("corporate-portals-chaos-");
            for (String part : PARTS) {
                try (Stream<Path> all = Files.walk(data.of(part))) {
                    for (Path path : (Iterable<Path>) all.filter(Evidence::tellsSomething)::iterator)
                        copy(path, kept.resolve(data.path().relativize(path)));
                }
            }
            return kept;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // an index is made of the segment, and has many times its length
    private static boolean tellsSomething(Path path) {
        return Files.isRegularFile(path) && !path.toString().endsWith("index");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
