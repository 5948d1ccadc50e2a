package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Launch;
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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A service's jar, unpacked, and an archive of the classes that a start loads (class data sharing): with it a start costs
 * half. Both are kept with what the build made, as an archive is good only for the very files that it is of.
 *
 * <p>The archive is made by a run for nothing else, which ends when Spring's context stands (its <em>training run</em>). A
 * service that serves can make one too, asked by {@code jcmd}, but crashes then on JDK 25.0.3, at the next lambda.
 */
final class UnpackedService {
    private final Service service;
    private final Path main;
    private final Path archive;

    private UnpackedService(Service service, Path main) {
        this.service = service;
        this.main = main;
        this.archive = main.resolveSibling("classes.jsa");
    }

    /** Unpacks it, if that was not done, beside what the build made, or into {@code parts}' data if that cannot be written to. */
    static synchronized UnpackedService of(Service service, Parts parts) {
        Home home = Home.find();
        Path jar = service.jar(home);
        String name = Objects.requireNonNull(jar.getFileName()).toString();
        try {
            Path ofBuild = home.built("testbed/stack", ".");
            Path directory = (Files.isWritable(ofBuild) ? ofBuild : parts.data().path())
                    .resolve("services")
                    .resolve(name + "-" + version(jar));
            if (!Files.exists(directory)) unpack(jar, directory, parts);
            return new UnpackedService(service, directory.resolve(name));
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

    private static void unpack(Path jar, Path directory, Parts parts) throws IOException {
        Path parent = Objects.requireNonNull(directory.getParent());
        Files.createDirectories(parent);
        Path making = Files.createTempDirectory(parent, "making");
        List<String> command = Jvm.running(jar)
                .options("-Djarmode=tools")
                .command("extract", "--force", "--destination", making.toString());
        Launch extraction = new Launch("extraction", command, parts.data().log("extraction"));
        if (parts.children().exitCode(extraction) != 0)
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

    /**
     * Archives the classes of a start, unless that was done.
     *
     * @param environment in which it can start
     */
    void train(Map<String, String> environment, Parts parts) {
        synchronized (UnpackedService.class) {
            // one that goes with the data would serve once
            if (Files.exists(archive) || archive.startsWith(parts.data().path())) return;
            String name = "training-of-" + service.module();
            Path making = archive.resolveSibling("making-" + UUID.randomUUID() + ".jsa");
            List<String> command = running(main.toString())
                    .options(parts.data().filesOfJvm())
                    .options("-XX:ArchiveClassesAtExit=" + making, "-Dspring.context.exit=onRefresh")
                    .command();
            try {
                Launch training = new Launch(name, command, parts.data().log(name)).with(environment);
                if (parts.children().exitCode(training) == 0 && Files.exists(making))
                    Files.move(making, archive, StandardCopyOption.ATOMIC_MOVE);
                else Files.deleteIfExists(making);
            } catch (IOException slowerThen) {
                // every start loads its classes one by one
            }
        }
    }

    /**
     * A JVM that runs it.
     *
     * @param added a jar that is put behind its own classes, so that the archive remains good; null: none
     */
    Jvm jvm(@Nullable Path added) {
        Jvm jvm = running(added == null ? main.toString() : main + File.pathSeparator + added);
        return Files.exists(archive) ? jvm.options("-XX:SharedArchiveFile=" + archive) : jvm;
    }

    private Jvm running(String classPath) {
        return Jvm.running(classPath, mainClass(main))
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
}
