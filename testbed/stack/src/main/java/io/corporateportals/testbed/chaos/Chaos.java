package io.corporateportals.testbed.chaos;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.chaos.fault.Fault;
import io.corporateportals.testbed.chaos.fault.Faults;
import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.chaos.script.Script;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.FeedWatch;
import io.corporateportals.testbed.watch.LogReader;
import io.corporateportals.testbed.watch.Pause;
import io.corporateportals.testbed.watch.Processing;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.IsolationLevel;

/** One run: the system works, is broken and mended so many times, works everything off, and is judged. */
final class Chaos {
    private static final String POLICY_VERSION = "1";
    private static final int EVENTS_PER_SECOND = 25;
    private static final int IDLE_OPT_OUTS = 20;
    private static final int FAULTS_BETWEEN_TABLES = 30;

    private final Wanted wanted;
    private final Parts parts;
    private final Fleet fleet;
    private final PrintStream out;
    private final LogReader reader;
    private final FaultLog faults = new FaultLog();

    /**
     * What is asked for.
     *
     * @param faults so many at least
     * @param seconds or for so long, whichever is more
     * @param events and so many events
     * @param sudden only faults that break off what is under way
     */
    record Wanted(int faults, int seconds, long seed, int events, boolean sudden) {}

    Chaos(Wanted wanted, Parts parts, Fleet fleet, PrintStream out) {
        this.wanted = wanted;
        this.parts = parts;
        this.fleet = fleet;
        this.out = out;
        this.reader = new LogReader(parts.bootstrapServers(), new WireFormat(parts.registryUrl()));
    }

    /** Returns when it is over. */
    Outcome run() {
        try (Processing processing =
                        new Processing(parts.bootstrapServers(), parts.portals().jdbcUrl(Database.OWNER));
                FeedWatch committed = new FeedWatch(reader, IsolationLevel.READ_COMMITTED);
                FeedWatch everything = new FeedWatch(reader, IsolationLevel.READ_UNCOMMITTED)) {
            Progress progress = new Progress(processing, fleet);
            long idleFrom;
            try (Script script = new Script(wanted.seed(), parts.bootstrapServers(), parts.registryUrl())) {
                script.begin();
                progress.await("the first learners");
                attack(script, progress, committed, everything);
                script.end();
                progress.await("all that was told");
                idleFrom = System.currentTimeMillis();
                for (int n = 0; n < IDLE_OPT_OUTS; n++) {
                    script.optOut();
                    progress.await("one opt-out");
                }
                try (Announced announced = new Announced(reader)) {
                    progress.awaitAnnounced(announced);
                }
            } catch (NotRecovered reason) {
                out.println(reason.getMessage());
                idleFrom = Long.MAX_VALUE;
            }
            return judge(progress, committed, everything, idleFrom);
        }
    }

    private void attack(Script script, Progress progress, FeedWatch committed, FeedWatch everything) {
        // which instance a fault hits does not change what comes next
        Faults all = new Faults(fleet, new Random(wanted.seed()));
        Plan plan = new Plan(wanted.sudden() ? all.sudden() : all.all(), new Random(wanted.seed()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(wanted.seconds());
        int injected = 0;
        try (Telling telling = new Telling(script, EVENTS_PER_SECOND)) {
            while (injected < wanted.faults() || System.nanoTime() < end) {
                Pause.millis(plan.pauseMillis());
                telling.rush();
                Pause.millis(plan.rushMillis());
                List<Fault> next = plan.next(Math.max(1, wanted.faults() - injected));
                injected += next.size();
                String line = inject(next, progress);
                out.printf("%3d  %s; %s%n", injected, line, soFar(telling.told(), committed, everything));
                if (injected % FAULTS_BETWEEN_TABLES < next.size()) new ChaosReport(out).print(faults);
            }
            while (telling.told() < wanted.events()) Pause.millis(100);
        }
    }

    private String inject(List<Fault> together, Progress progress) {
        List<String> kinds = together.stream().map(Fault::kind).toList();
        long begun = System.currentTimeMillis();
        together.forEach(Fault::inject);
        Pause.millis(together.stream()
                .mapToLong(fault -> fault.lasts().toMillis())
                .max()
                .orElse(0));
        together.stream().sorted(Comparator.comparing(Fault::needs)).forEach(Fault::heal);
        long healed = System.currentTimeMillis();
        String what = String.join(" and ", kinds);
        Set<String> parked = progress.await("everything after: " + what);
        long recovered = System.currentTimeMillis();
        faults.add(kinds, begun, healed, recovered);
        return "%s: recovered in %,d ms%s"
                .formatted(what, recovered - healed, parked.isEmpty() ? "" : ", brought back " + parked);
    }

    private static String soFar(long told, FeedWatch committed, FeedWatch everything) {
        FeedWatch.Counted sure = committed.counted();
        FeedWatch.Counted seen = everything.counted();
        return "%,d events, %,d values; after an end %d, of others %d, twice %d"
                .formatted(told, sure.values(), seen.afterEnd(), seen.ofOthers(), sure.twice());
    }

    private Outcome judge(Progress progress, FeedWatch committed, FeedWatch everything, long idleFrom) {
        Oracle oracle = new Oracle(
                reader.read(Topics.USER_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                reader.read(Topics.PORTAL_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                reader.read(Topics.ASSIGNMENTS.name(), IsolationLevel.READ_COMMITTED),
                POLICY_VERSION);
        Judgement judgement = new Judgement(oracle, reader.feeds());
        judgement.shownLive(committed.shown(), everything.shown());
        return new Outcome(
                judgement.verdict(progress.undecided()),
                faults,
                judgement.retractions(
                        at -> at >= idleFrom ? "idle" : faults.broken(at) ? "during faults" : "under load"));
    }
}
