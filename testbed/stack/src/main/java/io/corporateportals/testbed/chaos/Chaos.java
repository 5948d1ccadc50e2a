package io.corporateportals.testbed.chaos;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.chaos.fault.Fault;
import io.corporateportals.testbed.chaos.fault.Faults;
import io.corporateportals.testbed.chaos.fault.Fleet;
import io.corporateportals.testbed.chaos.fault.NotRecovered;
import io.corporateportals.testbed.chaos.script.Script;
import io.corporateportals.testbed.oracle.Finding;
import io.corporateportals.testbed.oracle.Oracle;
import io.corporateportals.testbed.oracle.WireFormat;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.watch.Announced;
import io.corporateportals.testbed.watch.FeedWatch;
import io.corporateportals.testbed.watch.LogReader;
import io.corporateportals.testbed.watch.Pause;
import io.corporateportals.testbed.watch.Processing;
import io.corporateportals.testbed.watch.Retraction;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * One run: the system works, is broken and mended so many times, works everything off, and is judged; now and then also on
 * the way, with the portals as they happen to be.
 */
final class Chaos implements AutoCloseable {
    private static final String POLICY_VERSION = "1";
    private static final int EVENTS_PER_SECOND = 25;
    private static final int IDLE_OPT_OUTS = 20;
    private static final int FAULTS_BETWEEN_JUDGEMENTS = 30;

    private final Wanted wanted;
    private final ChaosReport report;
    private final LogReader reader;
    private final Processing processing;
    private final FeedWatch committed;
    private final FeedWatch everything;
    private final Progress progress;
    private final Plan plan;
    private final long end;
    private final FaultLog faults = new FaultLog();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private int injected;
    private long told;
    private long idleFrom = Long.MAX_VALUE;

    /**
     * What is asked for.
     *
     * @param faults so many at least
     * @param seconds or for so long, whichever is more
     * @param events and so many events
     * @param sudden only faults that break off what is under way
     * @param patience with instances of which nothing comes
     */
    record Wanted(int faults, int seconds, long seed, int events, boolean sudden, Duration patience) {}

    Chaos(Wanted wanted, Parts parts, Fleet fleet, ChaosReport report) {
        this.wanted = wanted;
        this.report = report;
        reader = new LogReader(parts.bootstrapServers(), new WireFormat(parts.registryUrl()));
        processing = new Processing(parts.bootstrapServers(), parts.portals().jdbcUrl(Database.OWNER));
        progress = new Progress(processing, fleet, wanted.patience());
        committed = new FeedWatch(reader, IsolationLevel.READ_COMMITTED);
        everything = new FeedWatch(reader, IsolationLevel.READ_UNCOMMITTED);
        // which instance a fault hits does not change what comes next
        Faults all = new Faults(fleet, new Random(wanted.seed()));
        plan = new Plan(wanted.sudden() ? all.sudden() : all.all(), new Random(wanted.seed()));
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(wanted.seconds());
    }

    /** Returns when it is over. */
    Outcome run(Script script) {
        String gaveUp = null;
        try {
            script.begin();
            progress.await("the first learners");
            do {
                attack(script);
                awaitAll();
                report.print(judge(null));
            } while (isInjecting() || told < wanted.events());
            script.end();
            awaitAll();
            idle(script);
            awaitAll();
        } catch (NotRecovered reason) {
            gaveUp = reason.getMessage();
        }
        return judge(gaveUp);
    }

    private void awaitAll() {
        progress.await("all that was told");
        try (Announced announced = new Announced(reader)) {
            progress.awaitAnnounced(announced);
        }
    }

    private void idle(Script script) {
        idleFrom = System.currentTimeMillis();
        for (int n = 0; n < IDLE_OPT_OUTS; n++) {
            script.optOut();
            progress.await("one opt-out");
        }
    }

    private boolean isInjecting() {
        return injected < wanted.faults() || !isTimeUp();
    }

    private boolean isTimeUp() {
        return System.nanoTime() >= end;
    }

    private void attack(Script script) {
        int before = injected;
        try (Telling telling = new Telling(script, EVENTS_PER_SECOND)) {
            while (isInjecting() && injected < before + FAULTS_BETWEEN_JUDGEMENTS) {
                Pause.millis(plan.pauseMillis());
                telling.rush();
                Pause.millis(plan.rushMillis());
                List<Fault> next = plan.next(isTimeUp() ? wanted.faults() - injected : Plan.ANY_NUMBER);
                injected += next.size();
                String line = inject(next);
                report.line("%3d  %s; %s", injected, line, soFar(told + telling.told()));
            }
            while (!isInjecting() && told + telling.told() < wanted.events()) Pause.millis(100);
            told += telling.told();
        }
    }

    private String inject(List<Fault> together) {
        String kinds = String.join(" and ", together.stream().map(Fault::kind).toList());
        long begun = System.currentTimeMillis();
        together.forEach(Fault::inject);
        Pause.millis(together.stream()
                .mapToLong(fault -> fault.lasts().toMillis())
                .max()
                .orElse(0));
        together.stream().sorted(Comparator.comparing(Fault::needs)).forEach(Fault::heal);
        long healed = System.currentTimeMillis();
        Set<String> parked = progress.await("everything after: " + kinds);
        long recovered = System.currentTimeMillis();
        faults.add(together, begun, healed, recovered);
        return "%s: recovered in %,d ms%s%s"
                .formatted(
                        kinds,
                        recovered - healed,
                        parked.isEmpty() ? "" : ", brought back " + parked,
                        together.stream().allMatch(Fault::struck) ? "" : ", hit nothing");
    }

    private String soFar(long told) {
        FeedWatch.Counted sure = committed.counted();
        FeedWatch.Counted seen = everything.counted();
        return "%,d events, %,d values; after an end %d, of others %d, twice %d"
                .formatted(told, sure.values(), seen.afterEnd(), seen.ofOthers(), sure.twice());
    }

    private Outcome judge(@Nullable String gaveUp) {
        Oracle oracle = new Oracle(
                reader.read(Topics.USER_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                reader.read(Topics.PORTAL_EVENTS.name(), IsolationLevel.READ_COMMITTED),
                reader.read(Topics.ASSIGNMENTS.name(), IsolationLevel.READ_COMMITTED),
                POLICY_VERSION);
        Judgement judgement = new Judgement(oracle, reader.feeds());
        judgement.shownLive(committed.shown(), everything.shown());
        findings.addAll(judgement.findings());
        return new Outcome(
                new Verdict(List.copyOf(findings), progress.undecided(), judgement.repeatedAndAborted()),
                faults,
                judgement.retractions(this::situation),
                gaveUp);
    }

    private String situation(Retraction retraction) {
        if (retraction.leftAt() >= idleFrom) return "idle";
        return faults.broken(retraction.leftAt(), retraction.endedAt()) ? "during faults" : "under load";
    }

    @Override
    public void close() {
        committed.close();
        everything.close();
        processing.close();
    }
}
