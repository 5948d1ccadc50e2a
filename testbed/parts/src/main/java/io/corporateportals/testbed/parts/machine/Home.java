package io.corporateportals.testbed.parts.machine;

import io.corporateportals.testbed.parts.process.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The repository on this machine, and in it what the build made.
 *
 * @param directory the repository's root
 */
public record Home(Path directory) {
    /** The system property that names the root; without it, the working directory or one above it is found. */
    public static final String PROPERTY = "corporateportals.home";

    /** Where this JVM was told, or else finds, that the repository is. */
    public static Home find() {
        @Nullable String told = System.getProperty(PROPERTY);
        if (told != null) return new Home(Path.of(told).toAbsolutePath());
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve("testbed/parts"))) return new Home(path);
        }
        throw new CannotStart("no repository found: set the system property " + PROPERTY + " to its root");
    }

    /** What the build of {@code module} left under its target directory; an error that says what to do if it is not there. */
    public Path built(String module, String file) {
        Path path = directory.resolve(module).resolve("target").resolve(file);
        if (!Files.exists(path)) throw notBuilt(module + "/target/" + file);
        return path;
    }

    /** The one file in a directory that the build made which matches {@code glob}, the latest if there are several. */
    public Path builtLike(String module, String folder, String glob) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(built(module, folder), glob)) {
            files.forEach(found::add);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        if (found.isEmpty()) throw notBuilt(module + "/target/" + folder + "/" + glob);
        return Collections.max(found);
    }

    private static CannotStart notBuilt(String what) {
        return new CannotStart(what + " is missing; build first: ./mvnw -DskipTests package");
    }
}
