package io.corporateportals.testbed.demo;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.lms.Emitter;
import io.corporateportals.testbed.lms.Replay;
import io.corporateportals.testbed.lms.oulad.Oulad;
import io.corporateportals.testbed.lms.oulad.OuladFiles;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.stack.Stack;
import io.corporateportals.testbed.stack.StarterWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind bin/demo. */
@Command(
        name = "bin/demo",
        description = {
            "Starts everything on this machine, replays real learning data of made-up people who come, go and return,",
            "reads every employer's feed as a partner would, and compares it with what an independent program computes.",
            ""
        },
        footer = {"", "Exits with 0 if missing, extra and leaked are all zero."},
        separator = " ",
        sortOptions = false,
        sortSynopsis = false)
public final class DemoCommand implements Callable<Integer> {
    private static final String POLICY_VERSION = "1";

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

    private volatile boolean ending;

    private DemoCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DemoCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws SQLException {
        StarterWatch.begin("bin/demo");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "ending"));
        // the serializer would print every schema that it looks up
        Logger.getLogger("").setLevel(Level.WARNING);
        AvroLimits.set();
        try {
            Oulad data = Oulad.read(oulad == null ? OuladFiles.sample() : OuladFiles.in(oulad));
            Replay replay = Replay.of(data, seed);
            Outcome outcome = run(replay);
            if (feedDirectory != null) new FeedFiles(feedDirectory).write(outcome.feeds());
            new Report(System.out).print(replay, data.cleaning(), outcome);
            return outcome.isRight() ? 0 : 1;
        } catch (IOException fault) {
            say("cannot read or write: " + fault.getMessage());
        } catch (CannotStart | Stalled reason) {
            say(reason.getMessage());
        }
        return 1;
    }

    private Outcome run(Replay replay) throws SQLException {
        try (Stack stack = Stack.start(PartsSettings.anywhere(), this::say)) {
            CompletableFuture<Optional<String>> end = CompletableFuture.supplyAsync(stack::awaitEnd);
            Parts parts = stack.parts();
            LogReader reader = new LogReader(parts.bootstrapServers(), new WireFormat(parts.registryUrl()));
            Announced announced = replay(replay, parts, reader, end);
            say("reading all feeds");
            Oracle oracle = new Oracle(
                    reader.read(Topics.USER_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                    reader.read(Topics.PORTAL_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                    announced.assignments(),
                    POLICY_VERSION);
            return Outcome.of(oracle, reader.feeds(), announced.refusals());
        }
    }

    private static Announced replay(
            Replay replay, Parts parts, LogReader reader, CompletableFuture<Optional<String>> end) throws SQLException {
        ProgressBar bar = new ProgressBar(
                System.err, Boolean.getBoolean("corporateportals.terminal"), "events processed", replay.userEvents());
        Patience patience = new Patience(() -> end.isDone() ? end.join().orElse("a process has ended") : null);
        try (Processing processing =
                        new Processing(parts.bootstrapServers(), parts.portals().jdbcUrl(Database.OWNER));
                Announced announced = new Announced(reader);
                Emitter emitter = new Emitter(parts.bootstrapServers(), parts.registryUrl())) {
            new Run(processing, announced, patience, bar).complete(replay, emitter);
            return announced;
        }
    }

    private void say(@Nullable String line) {
        // what was interrupted has nothing to complain of
        if (!ending) System.err.println("bin/demo: " + line);
    }
}
