package io.corporateportals.testbed.parts.machine;

import com.sun.security.auth.module.UnixSystem;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Children;
import io.corporateportals.testbed.parts.process.Launch;
import io.corporateportals.testbed.parts.process.Readiness;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disk of its own for one directory, small enough to be filled. It is mounted where nobody but the processes that were
 * asked to can see it, held by a child that does nothing else: when the last of them has ended, however it ended, the disk
 * is gone.
 */
public final class SmallDisk {
    private static final List<String> APART = List.of("unshare", "--user", "--map-root-user", "--mount");

    /** What is in the directory already moves onto the disk. */
    private static final String HOLD = """
            cp -a "$1" "$1.before" && mount -t tmpfs -o size="$2"m,mode=0700 tmpfs "$1" && \
            cp -a "$1.before/." "$1/" && rm -r "$1.before" && echo mounted && exec sleep infinity""";

    private static final byte[] BLOCK = new byte[4096];

    private final Child holder;
    private final Path directory;

    private SmallDisk(Child holder, Path directory) {
        this.holder = holder;
        this.directory = directory;
    }

    /** Why there cannot be such disks on this machine; empty: there can. */
    public static Optional<String> obstacle() {
        List<String> probe = new ArrayList<>(APART);
        probe.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", System.getProperty("java.io.tmpdir")));
        try {
            int code =
                    new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor();
            return code == 0 ? Optional.empty() : Optional.of("mounting in a namespace of one's own is forbidden here");
        } catch (IOException noSuchProgram) {
            return Optional.of("this system has no mount namespaces");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Puts {@code directory} on a disk of that size; returns when it is there. */
    public static SmallDisk under(Path directory, int mebibytes, Children children, Path log) {
        obstacle().ifPresent(why -> {
            throw new CannotStart("no small disk: " + why);
        });
        List<String> command = new ArrayList<>(APART);
        command.addAll(List.of("/bin/sh", "-c", HOLD, "sh", directory.toString(), Integer.toString(mebibytes)));
        try {
            Files.createDirectories(directory);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        Child holder = children.start(new Launch("the disk of " + directory.getFileName(), command, log));
        Readiness.await(holder, () -> Files.readString(log).contains("mounted"));
        return new SmallDisk(holder, directory);
    }

    /** {@code command} such that it finds the disk under the directory's name. */
    public List<String> command(List<String> command) {
        List<String> line = new ArrayList<>(List.of(
                "nsenter", "--target", Long.toString(holder.pid()), "--user", "--mount", "--preserve-credentials"));
        // there everybody would be root, which PostgreSQL refuses to be
        if (new UnixSystem().getUid() != 0) line.addAll(List.of("unshare", "--user"));
        line.addAll(command);
        return List.copyOf(line);
    }

    /** Fills it to the last byte. */
    @SuppressWarnings("EmptyCatch") // that is the point
    public void fill() {
        try (OutputStream full = Files.newOutputStream(filling())) {
            while (true) full.write(BLOCK);
        } catch (IOException noSpaceLeft) {
            // full
        }
    }

    /** Gives back what {@link #fill} took. */
    public void free() {
        try {
            Files.delete(filling());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    // the holder's view of the file system
    private Path filling() {
        return Path.of("/proc/" + holder.pid() + "/root" + directory, "full");
    }
}
