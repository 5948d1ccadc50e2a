package io.corporateportals.testbed.parts.database;

import io.corporateportals.testbed.parts.machine.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** What a PostgreSQL server held when it was stopped for the copy, as an operator would keep it. */
public final class ColdCopy {
    private final PostgresServer server;
    private final Path storage;
    private final Path copy;
    private final Path lost;

    private ColdCopy(PostgresServer server, DataDirectory data) {
        this.server = server;
        this.storage = PostgresServer.storage(data);
        this.copy = data.of("postgres-copy");
        this.lost = data.of("postgres-lost");
    }

    /** Stops the server, copies what it stores, and starts it again. */
    public static ColdCopy of(PostgresServer server, DataDirectory data) throws IOException {
        ColdCopy made = new ColdCopy(server, data);
        server.child().stop();
        try (Stream<Path> files = Files.walk(made.storage)) {
            for (Path file : (Iterable<Path>) files::iterator)
                Files.copy(file, made.copy.resolve(made.storage.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
        server.restart();
        return made;
    }

    /** Puts it in the place of what the server has stored since; once. */
    public void restore() throws IOException {
        server.child().stop();
        Files.move(storage, lost);
        Files.move(copy, storage);
        server.restart();
    }

    /**
     * The same as an operator restores to a point in time: what was archived since would be read, and then PostgreSQL
     * begins a new timeline. Nothing was.
     */
    public void restoreToPointInTime() throws IOException {
        Files.writeString(copy.resolve("postgresql.auto.conf"), "restore_command = 'false'\n");
        Files.createFile(copy.resolve("recovery.signal"));
        restore();
    }
}
