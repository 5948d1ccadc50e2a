package io.corporateportals.testbed.watch;

import java.io.PrintStream;
import java.util.Locale;

/** How far something is, on one line that is drawn again and again, or on few lines where nobody watches. */
public final class ProgressBar {
    private static final int WIDTH = 40;
    private static final int LINES_UNWATCHED = 4;

    private final PrintStream out;
    private final boolean watched;
    private final String what;
    private final long total;
    private String drawn = "";

    /** On the standard error, which a command's script has looked at whether it is a terminal. */
    public ProgressBar(String what, long total) {
        this.out = System.err;
        this.watched = Boolean.getBoolean("corporateportals.terminal");
        this.what = what;
        this.total = Math.max(1, total);
    }

    /** Draws it anew if it has changed. */
    public void show(long done) {
        int steps = watched ? WIDTH : LINES_UNWATCHED;
        int reached = (int) (steps * Math.min(done, total) / total);
        String line = watched
                ? String.format(
                        Locale.ROOT,
                        "%s [%s%s] %,d of %,d",
                        what,
                        "#".repeat(reached),
                        " ".repeat(steps - reached),
                        done,
                        total)
                : String.format(Locale.ROOT, "%s: %d %%", what, 100 * reached / steps);
        if (line.equals(drawn)) return;
        drawn = line;
        if (watched) out.print("\r" + line);
        else out.println(line);
        out.flush();
    }

    /** All is done. */
    public void end() {
        show(total);
        if (watched) out.println();
    }
}
