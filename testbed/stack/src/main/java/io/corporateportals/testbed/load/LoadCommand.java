package io.corporateportals.testbed.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command behind bin/load. */
@Command(
        name = "bin/load",
        description = {
            "Starts everything on this machine, with one instance of each service whose",
            "heap is limited, gives it more than it usually gets, measures it, and looks",
            "whether the feeds are right.",
            ""
        },
        footer = {"", "Exits with 0 if nothing is missing, extra or late, and nothing had to start over."},
        separator = " ",
        synopsisSubcommandLabel = "(backlog | closing | recovery)",
        subcommands = {BacklogCommand.class, ClosingCommand.class, RecoveryCommand.class})
public final class LoadCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.",
            scope = ScopeType.INHERIT,
            order = Integer.MAX_VALUE)
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private LoadCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LoadCommand()).execute(arguments));
    }
}
