package io.corporateportals.testbed.parts.database;

import com.sun.security.auth.module.UnixSystem;
import io.corporateportals.testbed.parts.process.CannotStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own it does not know that it does. */
final class OrdinaryUser {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private OrdinaryUser() {}

    /** {@code command} such that it runs, whoever we are. */
    static List<String> running(String... command) {
        List<String> line = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) {
            if (!namespacesAllowed()) {
                throw new CannotStart("PostgreSQL does not run as root, and user namespaces are forbidden here:"
                        + " run this as an ordinary user");
            }
            line.addAll(NAMESPACE);
        }
        line.addAll(List.of(command));
        return line;
    }

    private static boolean namespacesAllowed() {
        List<String> probe = new ArrayList<>(NAMESPACE);
        probe.add("true");
        try {
            return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
