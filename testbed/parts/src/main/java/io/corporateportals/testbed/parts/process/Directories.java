package io.corporateportals.testbed.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories that nobody needs any more. */
public final class Directories {
    private Directories() {}

    /** Deletes {@code directory} with all that is in it, as far as it can. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) return;
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException | UncheckedIOException fault) {
            System.err.println("cannot delete " + directory + ": " + fault);
        }
    }
}
