package io.corporateportals.testbed.parts.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Command lines that keep a process apart from the terminal and the process group of its parent. */
final class Sessions {
    private Sessions() {}

    /** {@code command}, started by {@code script} of sh as its "$@", in a session of its own where there is setsid. */
    static List<String> own(String script, List<String> command) {
        List<String> line = new ArrayList<>();
        if (onPath("setsid")) line.add("setsid");
        line.addAll(List.of("/bin/sh", "-c", script, "sh"));
        line.addAll(command);
        return line;
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
