package io.corporateportals.testbed.parts.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This JVM's line to its {@link Reaper}: when it breaks, the reaper goes to work. */
final class ReaperLink implements AutoCloseable {
    private final Process reaper;
    private final BufferedWriter toReaper;
    private final BufferedReader fromReaper;

    private ReaperLink(Process reaper) {
        this.reaper = reaper;
        toReaper = reaper.outputWriter();
        fromReaper = reaper.inputReader();
    }

    static ReaperLink open() {
        List<String> command = Jvm.running(Reaper.class).options("-Xmx16m").command();
        try {
            return new ReaperLink(new ProcessBuilder(Sessions.own("trap '' INT TERM HUP; exec \"$@\"", command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot start the reaper", fault);
        }
    }

    void watch(ProcessHandle process, Signal stop) {
        tell("process " + process.pid() + " " + Reaper.startOf(process) + " " + stop);
    }

    void deleteAtTheEnd(Path directory) {
        tell("directory " + directory);
    }

    synchronized boolean lock(Path file) {
        tell("lock " + ProcessHandle.current().pid() + " " + file);
        try {
            return "locked".equals(fromReaper.readLine());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Returns when all is cleared away. */
    @Override
    public void close() {
        try (fromReaper) {
            toReaper.close();
            reaper.waitFor(30, TimeUnit.SECONDS);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(String line) {
        try {
            toReaper.write(line);
            toReaper.newLine();
            toReaper.flush();
        } catch (IOException fault) {
            throw new UncheckedIOException("the reaper is gone", fault);
        }
    }
}
