package io.corporateportals.testbed.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a service's process has taken at most.
 *
 * @param residentMegabytes of the machine's memory; 0: this machine does not tell
 */
record Memory(long residentMegabytes, Pauses pauses) {
    private static final String PEAK = "VmHWM:";

    /** As Linux tells it. */
    static long residentPeak(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) return 0;
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
