package io.corporateportals.testbed.load;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backlog",
        description = {"While the services are away the LMS goes on; then they work it off.", ""},
        separator = " ",
        sortOptions = false)
final class BacklogCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            paramLabel = "N",
            converter = OneOrMore.class,
            description = "How many have piled up (default: ${DEFAULT-VALUE}).",
            defaultValue = "2000000")
    private int events;

    @Mixin
    private final Ground ground = new Ground();

    @Override
    public Integer call() {
        return ground.run(given -> new Backlog(events, given).run());
    }
}
