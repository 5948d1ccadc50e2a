package io.corporateportals.testbed.demo;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.testbed.lms.Replay;
import io.corporateportals.testbed.lms.oulad.Oulad;
import io.corporateportals.testbed.lms.oulad.OuladFiles;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.stack.Stack;
import io.corporateportals.testbed.stack.Terminal;
import io.corporateportals.testbed.watch.Stalled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind bin/demo. */
@Command(
        name = "bin/demo",
        description = {
            "Starts everything on this machine, replays real learning data of made-up",
            "people who come, go and return, reads every employer's feed as a partner",
            "would, and compares it with what an independent program computes.",
            ""
        },
        footer = {"", "Exits with 0 if missing, extra and leaked, and all else compared, are zero."},
        separator = " ",
        sortOptions = false,
        sortSynopsis = false)
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--oulad",
            paramLabel = "DIR",
            description = "The folder of the four CSV files (default: two presentations that ship with this program).")
    private @Nullable Path oulad;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "People, companies and portals are made up from it (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--feed-dir",
            paramLabel = "DIR",
            description = "Writes <portalId>.jsonl there: a line a live record of the feed.")
    private @Nullable Path feedDirectory;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private DemoCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of("bin/demo");
        // the serializer would print every schema that it looks up, and advice
        Logger.getLogger("").setLevel(Level.SEVERE);
        AvroLimits.set();
        try {
            Oulad data = Oulad.read(oulad == null ? OuladFiles.sample() : OuladFiles.in(oulad));
            Replay replay = Replay.of(data, seed);
            Outcome outcome = run(replay, terminal);
            if (feedDirectory != null) new FeedFiles(feedDirectory).write(outcome.feeds());
            new Report(System.out).print(replay, data.cleaning(), outcome);
            return outcome.isRight() ? 0 : 1;
        } catch (IOException fault) {
            terminal.say("cannot read or write: " + fault.getMessage());
        } catch (CannotStart | Stalled reason) {
            terminal.say(reason.getMessage());
        }
        return 1;
    }

    private Outcome run(Replay replay, Terminal terminal) {
        try (Stack stack = Stack.start(PartsSettings.anywhere(), terminal::say)) {
            CompletableFuture<Optional<String>> end = CompletableFuture.supplyAsync(stack::awaitEnd);
            Parts parts = stack.parts();
            Showing showing = new Showing(
                    parts.bootstrapServers(),
                    parts.registryUrl(),
                    parts.portals().jdbcUrl(Database.OWNER));
            return showing.of(replay, () -> end.isDone() ? end.join().orElse("a process has ended") : null);
        }
    }
}
