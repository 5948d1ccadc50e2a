package io.corporateportals.testbed.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.parts.machine.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** bin/chaos as a build can afford it: with faults that are quickly over. */
class ChaosIT {
    private static final String NOTHING_WRONG = "leaked 0  lost 0  duplicated 0  crossed 0  unretracted 0  undecided 0";

    @TempDir
    private Path directory;

    @Test
    void everyPromiseIsKeptThroughTwelveKindsOfFaults() throws Exception {
        Run run = chaos("--faults", "12", "--seed", "1676");

        assertThat(run.output()).containsOnlyOnce(NOTHING_WRONG);
        assertThat(run.status()).isZero();
        assertThat(run.output())
                .filteredOn(line -> line.matches(".* 1 +[0-9,]+ ms +[0-9,]+ ms"))
                .hasSize(12);
    }

    // those that need no fault to be found, only a rush, and the rarer one more of them
    @ParameterizedTest
    @CsvSource({
        "no-wait-for-progress, 10, leaked",
        "no-start-position, 4, leaked",
        "retraction-by-membership, 2, unretracted"
    })
    void aServiceThatIsWrongIsFound(String mutant, String faults, String found) throws Exception {
        Run run = chaos("--faults", faults, "--seed", "845", "--mutant", mutant);

        assertThat(run.output())
                .filteredOn(line -> line.startsWith("leaked "))
                .last()
                .asString()
                .containsPattern(found + " [1-9]");
        assertThat(run.status()).isEqualTo(1);
    }

    private record Run(int status, List<String> output) {}

    private Run chaos(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(List.of("bin/chaos"));
        command.addAll(List.of(arguments));
        ProcessBuilder chaos = new ProcessBuilder(command)
                .directory(Home.find().directory().toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        chaos.environment().put("STACK_BUILD", "skip");
        chaos.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int status = chaos.start().waitFor();
        return new Run(status, Files.readAllLines(output));
    }
}
