package io.corporateportals.testbed.lms.oulad;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the four files are. */
@FunctionalInterface
public interface OuladFiles {
    /** Opens one of them by its name; it is the caller's to close. */
    Reader open(String name) throws IOException;

    /** Those in a folder. */
    static OuladFiles in(Path folder) {
        return name -> Files.newBufferedReader(folder.resolve(name));
    }

    /** Those that ship with this program: two presentations. */
    static OuladFiles sample() {
        return name -> {
            InputStream stream = OuladFiles.class.getResourceAsStream("oulad-sample/" + name);
            if (stream == null) throw new FileNotFoundException("oulad-sample/" + name);
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        };
    }
}
