package io.corporateportals.testbed.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.parts.machine.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class LoadIT {
    @TempDir
    private Path directory;

    @Test
    void aBacklogIsWorkedOffAndTheFeedsAreRight() throws Exception {
        List<String> told = load("backlog", "--events", "10000");

        assertThat(told)
                .contains("SharingEnded behind an entry that stands after the opt-out: 0", "missing 0  extra 0")
                .anyMatch(line -> line.matches("sharing-exporter: .* events a second, .* of the reference"));
    }

    @Test
    void aPortalClosesWhileOthersGoOnAndNothingOfItIsLeft() throws Exception {
        List<String> told = load("closing", "--learners", "500", "--entries", "10000", "--seconds", "1");

        assertThat(told).contains("missing 0  extra 0").anyMatch(line -> line.startsWith("others' opt-outs, during: "));
    }

    @Test
    void theExporterFindsItsPlaceAgainFromLongFeeds() throws Exception {
        List<String> told = load("recovery", "--learners", "500", "--entries", "10000");

        assertThat(told).contains("feeds: 10,000 entries", "missing 0  extra 0");
    }

    /** What it prints, if it ends well. */
    private List<String> load(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        ProcessBuilder load = new ProcessBuilder(Stream.concat(Stream.of("bin/load"), Arrays.stream(arguments))
                        .toList())
                .directory(Home.find().directory().toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        load.environment().put("STACK_BUILD", "skip");
        load.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = load.start().waitFor();
        List<String> told = Files.readAllLines(output);
        assertThat(exit).as("%s", told).isZero();
        return told;
    }
}
