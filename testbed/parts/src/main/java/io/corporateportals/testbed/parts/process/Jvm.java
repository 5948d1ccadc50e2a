package io.corporateportals.testbed.parts.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another JVM, of the same Java as this one. */
public final class Jvm {
    /** What runs here lives for minutes and shares its cores: a quick start is worth more than the last of the speed. */
    private static final List<String> OF_SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final List<String> options = new ArrayList<>(OF_SHORT_LIFE);
    private final List<String> what;

    private Jvm(List<String> what) {
        this.what = what;
    }

    /** A JVM that runs {@code main} of this module, with {@code classPath} behind the module's own classes. */
    public static Jvm running(Class<?> main, String... classPath) {
        List<String> entries = new ArrayList<>();
        entries.add(home(main).toString());
        entries.addAll(List.of(classPath));
        return new Jvm(List.of("-cp", String.join(java.io.File.pathSeparator, entries), main.getName()));
    }

    /** A JVM that runs an executable jar. */
    public static Jvm running(Path jar) {
        return new Jvm(List.of("-jar", jar.toString()));
    }

    /** A JVM that runs {@code main}, a class of the class path. */
    public static Jvm running(String classPath, String main) {
        return new Jvm(List.of("-cp", classPath, main));
    }

    /** Adds options of the JVM itself. */
    public Jvm options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** The command line, followed by the program's {@code arguments}. */
    public List<String> command(String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(what);
        line.addAll(List.of(arguments));
        return List.copyOf(line);
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
