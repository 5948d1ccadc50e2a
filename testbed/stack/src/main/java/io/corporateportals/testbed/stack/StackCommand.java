package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.process.CannotStart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind bin/stack: standard output carries the ready line and nothing else. */
@Command(
        name = "bin/stack",
        description = {
            "Starts a Kafka broker, PostgreSQL, a schema registry and the services on this machine, prints one line",
            "when all is ready, and runs until Ctrl-C:",
            "",
            "ready bootstrap=HOST:PORT registry=URL jdbc=URL assigner=URL exporter=URL",
            ""
        },
        separator = " ",
        sortOptions = false,
        sortSynopsis = false)
public final class StackCommand implements Callable<Integer> {
    @Option(names = "--kafka-port", paramLabel = "N", description = "Port of the broker (default: any that is free).")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "N",
            description = "Port of the registry (default: any that is free).")
    private int registryPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            description = "Port of PostgreSQL (default: any that is free).")
    private int postgresPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps the data in DIR and starts again on what is there (default: deleted at the end).")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private StackCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StackCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of("bin/stack");
        try (Stack stack = Stack.start(new PartsSettings(kafkaPort, registryPort, postgresPort, data), terminal::say)) {
            System.out.println(stack.readyLine());
            stack.awaitEnd().ifPresent(reason -> terminal.say(reason + "; stopping everything"));
        } catch (CannotStart reason) {
            terminal.say(reason.getMessage());
        }
        return 1;
    }
}
