package io.corporateportals.testbed.chaos;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.chaos.script.Script;
import io.corporateportals.testbed.mutants.Mutant;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.stack.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind bin/chaos. */
@Command(
        name = "bin/chaos",
        description = {
            "Starts everything on this machine with several instances of each service, lets an LMS",
            "tell of learners and portals that come, move and go all the time, breaks processes,",
            "connections, answers and feeds again and again, and looks whether every feed, also for",
            "readers who do not wait for a commit, showed exactly what it might.",
            ""
        },
        footer = {
            "",
            "Exits with 0 if leaked, lost, duplicated, crossed, unretracted and undecided are all zero,",
            "and everything recovered in time."
        },
        separator = " ",
        sortOptions = false,
        sortSynopsis = false)
public final class ChaosCommand implements Callable<Integer> {
    @Option(
            names = "--faults",
            paramLabel = "N",
            description = "Injects so many faults (default: 30; with --mutant 12).")
    private @Nullable Integer faults;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Goes on for so long at least; alone, without --faults, for just so long.",
            defaultValue = "0")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Learners, portals and faults follow from it (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Goes on until the LMS has told so many events (default: as many as it tells meanwhile).",
            defaultValue = "0")
    private int events;

    @Option(
            names = "--instances",
            paramLabel = "N",
            description = "How many of each service (default: ${DEFAULT-VALUE}).",
            defaultValue = "2")
    private int instances;

    @Option(
            names = "--mutant",
            paramLabel = "NAME",
            converter = MutantOfWord.class,
            description = {
                "Runs services with a fault of their own, which must be found, and injects only what breaks off work:",
                "${COMPLETION-CANDIDATES}."
            })
    private @Nullable Mutant mutant;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private static final int FAULTS = 30;
    private static final int FAULTS_FOR_MUTANT = 12;

    /** No fault keeps a right service from everything for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A wrong one may stand still for good; it has little to read again. */
    private static final Duration PATIENCE_WITH_MUTANT = Duration.ofSeconds(90);

    private static final class MutantOfWord implements CommandLine.ITypeConverter<Mutant> {
        @Override
        public Mutant convert(String word) {
            return Mutant.of(word);
        }
    }

    private ChaosCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ChaosCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = Terminal.of("bin/chaos");
        // the serializer would print every schema that it looks up, and advice
        Logger.getLogger("").setLevel(Level.SEVERE);
        AvroLimits.set();
        try {
            return run(terminal) ? 0 : 1;
        } catch (CannotStart reason) {
            terminal.say(reason.getMessage());
            return 1;
        }
    }

    private boolean run(Terminal terminal) throws IOException {
        terminal.say("seed " + seed);
        terminal.say("starting broker, PostgreSQL and registry");
        try (Parts parts = Parts.start(PartsSettings.anywhere())) {
            terminal.say("starting " + instances + " of each service, logs: "
                    + parts.data().logs());
            Fleet fleet = new Fleet(parts, mutant);
            fleet.start(instances);
            boolean right = false;
            ChaosReport onTheWay = new ChaosReport(System.err);
            try (Chaos chaos = new Chaos(wanted(), parts, fleet, onTheWay);
                    Script script = new Script(seed, parts.bootstrapServers(), parts.registryUrl())) {
                Outcome outcome = chaos.run(script);
                new ChaosReport(System.out).print(outcome);
                right = outcome.isRight();
            } finally {
                if (mutant == null && !right)
                    terminal.say("what was said and stored is kept in " + Evidence.kept(parts, fleet));
            }
            return right;
        }
    }

    private Chaos.Wanted wanted() {
        boolean wrong = mutant != null;
        return new Chaos.Wanted(faults(), seconds, seed, events, wrong, wrong ? PATIENCE_WITH_MUTANT : PATIENCE);
    }

    private int faults() {
        if (faults != null) return faults;
        if (seconds > 0) return 0;
        return mutant == null ? FAULTS : FAULTS_FOR_MUTANT;
    }
}
