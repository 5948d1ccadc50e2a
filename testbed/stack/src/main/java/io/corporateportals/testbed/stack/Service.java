package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.machine.Home;
import java.nio.file.Files;
import java.nio.file.Path;

/** The services of the product: the exporter reads what the assigner has made. */
public enum Service {
    ASSIGNER("assigner", "portal-assigner", Database.ASSIGNER),
    EXPORTER("exporter", "sharing-exporter", Database.EXPORTER);

    private final String label;
    private final String module;
    private final String role;

    Service(String label, String module, String role) {
        this.label = label;
        this.module = module;
        this.role = role;
    }

    /** What the ready line calls it. */
    String label() {
        return label;
    }

    /** Its Maven module, which is also its directory. */
    public String module() {
        return module;
    }

    /** Its role in PostgreSQL. */
    String role() {
        return role;
    }

    /** Whether this repository has it. */
    boolean exists(Home home) {
        return Files.isRegularFile(home.directory().resolve(module).resolve("pom.xml"));
    }

    /** Its packaged jar, the one that runs. */
    Path jar(Home home) {
        return home.builtLike(module, ".", module + "-*-exec.jar");
    }
}
