package io.corporateportals.testbed.load;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "closing",
        description = {"A huge portal closes while other portals' learners work and leave.", ""},
        separator = " ",
        sortOptions = false)
final class ClosingCommand implements Callable<Integer> {
    @Option(
            names = "--learners",
            paramLabel = "N",
            converter = OneOrMore.class,
            description = "How many it has (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000")
    private int learners;

    @Option(
            names = "--entries",
            paramLabel = "N",
            converter = OneOrMore.class,
            description = "How many its feed has (default: ${DEFAULT-VALUE}).",
            defaultValue = "5000000")
    private int entries;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the others are watched before it closes (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int seconds;

    @Mixin
    private final Ground ground = new Ground();

    @Override
    public Integer call() {
        Closing.Size size = new Closing.Size(learners, entries, seconds);
        return ground.run(given -> new Closing(size, given).run());
    }
}
