package io.corporateportals.testbed.parts.database;

import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.process.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, unpacked at the first use. */
final class PostgresBinaries {
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private PostgresBinaries() {}

    /** The directory that has bin, lib and share. */
    static Path unpacked(Home home) {
        Path archive = home.built("testbed/parts", "postgres/" + archiveName());
        // named after the archive's size: another release is unpacked beside this one
        String name = "unpacked-" + archive.toFile().length();
        Path directory = archive.resolveSibling(name);
        if (Files.exists(directory)) return directory;
        // an ordinary user may run what root has built, and cannot write there
        if (!Files.isWritable(archive.getParent())) directory = cache().resolve(name);
        return Files.exists(directory) ? directory : unpack(archive, directory);
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        if (system.startsWith("linux")) return "postgres-linux-" + processor + ".txz";
        if (system.startsWith("mac")) return "postgres-darwin-" + processor + ".txz";
        throw new CannotStart("no PostgreSQL for " + system + ": the testbed runs on Linux and macOS");
    }

    private static Path cache() {
        return Path.of(System.getProperty("user.home"), ".cache", "corporate-portals");
    }

    // Whole or not at all: others may be looking for the directory, or unpacking it, at the same time.
    private static Path unpack(Path archive, Path directory) {
        try {
            Files.createDirectories(directory.getParent());
            Path partial = Files.createTempDirectory(directory.getParent(), "unpacking-");
            try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, partial.resolve(entry.getName()).normalize());
                }
            }
            return moved(partial, directory);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0) target.toFile().setExecutable(true, false);
    }

    private static Path moved(Path partial, Path directory) throws IOException {
        partial.toFile().setReadable(true, false);
        partial.toFile().setExecutable(true, false);
        try {
            return Files.move(partial, directory);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return directory;
        }
    }
}
