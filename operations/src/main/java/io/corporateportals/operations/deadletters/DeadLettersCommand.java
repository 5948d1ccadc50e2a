package io.corporateportals.operations.deadletters;

import io.corporateportals.operations.OperatorCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command behind bin/dead-letters. */
@Command(
        name = "bin/dead-letters",
        description = "Shows what the portal-assigner could not process, and sends it again through the front door.%n",
        subcommands = {ListCommand.class, ReplayCommand.class},
        separator = " ")
public final class DeadLettersCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private DeadLettersCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(OperatorCommand.run(new DeadLettersCommand(), arguments));
    }
}
