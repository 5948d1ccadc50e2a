package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Jvm;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A service's jar, unpacked, and an archive of the classes that its first start has loaded (class data sharing): with it a
 * start costs half. Both are kept with what the build made, as an archive is good only for the very files that it is of.
 */
final class UnpackedService {
    private static final int PATIENCE_SECONDS = 120;

    private final Path main;
    private final @Nullable Path added;
    private final Path archive;

    private UnpackedService(Path main, @Nullable Path added, Path archive) {
        this.main = main;
        this.added = added;
        this.archive = archive;
    }

    /**
     * Unpacks it unless that was done.
     *
     * @param added a jar that is put beside its own classes; null: none
     * @param otherwise where to, if nothing can be written beside what the build made
     */
    static synchronized UnpackedService of(Service service, @Nullable Path added, Path otherwise) {
        Home home = Home.find();
        Path jar = service.jar(home);
        String name = Objects.requireNonNull(jar.getFileName()).toString();
        try {
            Path ofBuild = home.built("testbed/stack", ".");
            Path directory = (Files.isWritable(ofBuild) ? ofBuild.resolve("services") : otherwise)
                    .resolve(name + "-" + version(jar));
            if (!Files.exists(directory)) unpack(jar, directory);
            String archive = added == null ? "classes.jsa" : "classes-" + version(added) + ".jsa";
            return new UnpackedService(directory.resolve(name), added, directory.resolve(archive));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // of the jar and of this Java: an archive is no other's
    private static String version(Path jar) throws IOException {
        CRC32C sum = new CRC32C();
        try (InputStream content = new CheckedInputStream(Files.newInputStream(jar), sum)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        sum.update((System.getProperty("java.home") + Runtime.version()).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static void unpack(Path jar, Path directory) throws IOException {
        Path parent = Objects.requireNonNull(directory.getParent());
        Files.createDirectories(parent);
        Path making = Files.createTempDirectory(parent, "making");
        List<String> command = Jvm.running(jar)
                .options("-Djarmode=tools")
                .command("extract", "--force", "--destination", making.toString());
        if (!succeeds(command))
            throw new CannotStart(jar + " cannot be unpacked; build again: ./mvnw -DskipTests package");
        try {
            Files.move(making, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException somebodyElseHas) {
            if (!Files.exists(directory)) throw somebodyElseHas;
            delete(making);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** A JVM that runs it. */
    Jvm jvm() {
        String classPath = added == null ? main.toString() : main + File.pathSeparator + added;
        return Jvm.running(classPath, mainClass(main))
                .options(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:+RecordDynamicDumpInfo")
                // which classes cannot be archived is nobody's concern
                .options("-Xlog:disable", "-Xlog:all=error:stderr");
    }

    private static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Main-Class");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Archives the classes of an instance that is ready, unless that was done. */
    void archive(Child ready) {
        synchronized (UnpackedService.class) {
            if (Files.exists(archive)) return;
            Path making = main.resolveSibling("making-" + ready.pid() + ".jsa");
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            try {
                boolean made = succeeds(List.of(
                        jcmd.toString(), Long.toString(ready.pid()), "VM.cds", "dynamic_dump", making.toString()));
                if (made && Files.exists(making)) Files.move(making, archive, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException slowerThen) {
                // the next start loads its classes one by one, as this one has
            }
        }
    }

    private static boolean succeeds(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return process.exitValue() == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
