package io.corporateportals.testbed.load;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM's garbage collections.
 *
 * @param liveMegabytes the most of the heap that a full one found in use; 0: there was none
 * @param millis how long all of them took
 */
record Pauses(long liveMegabytes, long millis) {
    // GC(12) Pause Young (Allocation Failure) 68M->21M(247M) 5.123ms
    private static final Pattern PAUSE = Pattern.compile("Pause (Young|Full) .*->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    static Path log(Parts parts, Service service) {
        return parts.data().log(service.module() + "-collections");
    }

    static Pauses read(Parts parts, Service service) {
        long live = 0;
        double millis = 0;
        try {
            for (String line : Files.readAllLines(log(parts, service))) {
                Matcher pause = PAUSE.matcher(line);
                if (!pause.find()) continue;
                // a small one leaves much that nobody needs any more
                if (pause.group(1).equals("Full")) live = Math.max(live, Long.parseLong(pause.group(2)));
                millis += Double.parseDouble(pause.group(3));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return new Pauses(live, Math.round(millis));
    }
}
