package io.corporateportals.testbed.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files that hold a text, as bytes, whatever they are. */
record Traces(String text) {
    /** Those below a directory, by their paths in it. */
    List<String> in(Path directory, Predicate<Path> looking) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(looking)
                    .filter(this::isIn)
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        } catch (UncheckedIOException | NoSuchFileException cleanedMeanwhile) {
            return in(directory, looking);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private boolean isIn(Path file) {
        try {
            // each byte as a character of its own
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
