package io.corporateportals.testbed.stack;

import org.jspecify.annotations.Nullable;

/** Where a command of the testbed says what it is at: a line each, on standard error, under its name. */
public final class Terminal {
    private final String command;
    private volatile boolean ending;

    private Terminal(String command) {
        this.command = command;
    }

    /** For {@code command}, which ends when its starter has gone. */
    public static Terminal of(String command) {
        Terminal terminal = new Terminal(command);
        StarterWatch.begin(command);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> terminal.ending = true, "ending"));
        return terminal;
    }

    /** Says it, unless the command is ending: what was interrupted has nothing to complain of. */
    public void say(@Nullable String line) {
        if (!ending) System.err.println(command + ": " + line);
    }
}
