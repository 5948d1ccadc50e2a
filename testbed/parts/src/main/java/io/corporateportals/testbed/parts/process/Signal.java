package io.corporateportals.testbed.parts.process;

import java.io.IOException;

/** A POSIX signal; Java itself can send two of them only. */
public enum Signal {
    INT,
    TERM,
    QUIT,
    KILL,
    STOP,
    CONT;

    /** Sends it; a process that is gone already is no error. */
    public void sendTo(long pid) {
        try {
            // the shell's own kill: the program of that name is not on every machine
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + pid)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException fault) {
            throw new IllegalStateException("cannot send " + this + " to process " + pid, fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
