package io.corporateportals.testbed.load;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "recovery",
        description = {"The exporter's offsets are lost, and it rebuilds what it knows from long feeds.", ""},
        separator = " ",
        sortOptions = false)
final class RecoveryCommand implements Callable<Integer> {
    @Option(
            names = "--learners",
            paramLabel = "N",
            converter = OneOrMore.class,
            description = "How many are on the feed (default: ${DEFAULT-VALUE}).",
            defaultValue = "20000")
    private int learners;

    @Option(
            names = "--entries",
            paramLabel = "N",
            converter = OneOrMore.class,
            description = "How many entries the feed has (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000000")
    private int entries;

    @Mixin
    private final Ground ground = new Ground();

    @Override
    public Integer call() {
        return ground.run(given -> new Recovery(learners, entries, given).run());
    }
}
