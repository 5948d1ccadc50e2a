package io.corporateportals.contract.evolution;

import io.corporateportals.contract.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every schema that was ever released: {@code <folder>/<release>/<full name>.avsc}. A release holds what it changed. */
record Releases(Path folder) {
    /** The copies that belong to the repository; Maven runs a module's tests in its folder. */
    static final Releases OURS = new Releases(Path.of("src", "test", "resources", "released"));

    SortedMap<Integer, List<Schema>> byNumber() {
        SortedMap<Integer, List<Schema>> releases = new TreeMap<>();
        if (!Files.exists(folder)) return releases;
        for (Path release : list(folder))
            releases.put(
                    number(release), list(release).stream().map(Releases::parse).toList());
        return releases;
    }

    List<Schema> all() {
        return byNumber().values().stream().flatMap(List::stream).toList();
    }

    List<Schema> of(Schema schema) {
        return all().stream()
                .filter(released -> released.getFullName().equals(schema.getFullName()))
                .toList();
    }

    /** Text for text: docs and the order of fields are part of a schema. */
    boolean contain(Schema schema) {
        return of(schema).stream().anyMatch(released -> released.toString().equals(schema.toString()));
    }

    /** Writes those of {@code current} that no release contains as the next release. */
    void freeze(List<Schema> current) {
        List<Schema> changed = new ArrayList<>(current);
        changed.removeIf(this::contain);
        if (changed.isEmpty()) return;
        SortedMap<Integer, List<Schema>> releases = byNumber();
        Path next = folder.resolve(Integer.toString(releases.isEmpty() ? 1 : releases.lastKey() + 1));
        try {
            Files.createDirectories(next);
            for (Schema schema : changed)
                Files.writeString(next.resolve(Schemas.subject(schema) + ".avsc"), schema.toString(true) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path release) {
        return Integer.parseInt(release.getFileName().toString());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
