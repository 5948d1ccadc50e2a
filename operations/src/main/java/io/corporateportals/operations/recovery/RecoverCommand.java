package io.corporateportals.operations.recovery;

import io.corporateportals.operations.CannotGoOn;
import io.corporateportals.operations.OperatorCommand;
import io.corporateportals.operations.ServicesDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command behind bin/recover. */
@Command(
        name = "bin/recover",
        description = {
            "Lets the sharing-exporter rebuild what was lost when a database was restored, or the",
            "consumer group's offsets are gone. Until then the partitions concerned stand still: what",
            "is rebuilt takes back from employers all that this PostgreSQL does not know.",
            "",
            "The exporter runs meanwhile and does the work: it completes its ledger from the feeds, ends",
            "what no decision covers, and reads the log from the beginning. No entry is sent twice.",
            ""
        },
        separator = " ",
        sortOptions = false)
public final class RecoverCommand implements Callable<Integer> {
    private static final String EXPORTER = "sharing_exporter";
    private static final long LOOK_EVERY_MILLIS = 200;

    @Mixin
    private ServicesDatabase database = new ServicesDatabase();

    @Option(names = "--dry-run", description = "Only says what would be done.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait for the exporter to be done (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    private RecoverCommand() {}

    /** Exits with 2 if the arguments are wrong, with 1 if anything else is. */
    public static void main(String[] arguments) {
        System.exit(OperatorCommand.run(new RecoverCommand(), arguments));
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        try (Requests requests = new Requests(database.connect(EXPORTER))) {
            List<Request> open = requests.open();
            open.forEach(RecoverCommand::show);
            if (open.isEmpty()) System.out.println("no partition asks for a recovery");
            if (!dryRun && !open.isEmpty()) recover(requests);
        }
        return 0;
    }

    private static void show(Request request) {
        System.out.printf(
                "partition %d: %s; of %,d assignments on the feeds PostgreSQL does not know %,d: they will be taken back%n",
                request.partition(), request.reason(), request.onFeeds(), request.undecided());
    }

    private void recover(Requests requests) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(waitSeconds));
        Set<Integer> asking = new TreeSet<>();
        Set<Integer> all = new TreeSet<>();
        do {
            // others may have asked since
            requests.allow();
            Set<Integer> before = Set.copyOf(asking);
            asking = requests.open().stream().map(Request::partition).collect(Collectors.toCollection(TreeSet::new));
            all.addAll(asking);
            for (Integer partition : before)
                if (!asking.contains(partition)) System.out.println("partition " + partition + ": recovered");
            if (Instant.now().isAfter(end))
                throw new CannotGoOn("allowed, but not done by the exporter in " + waitSeconds + " s for partitions "
                        + asking + ": is it running, and what does its log say?");
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } while (!asking.isEmpty());
        System.out.println("recovered: " + all.size());
    }
}
