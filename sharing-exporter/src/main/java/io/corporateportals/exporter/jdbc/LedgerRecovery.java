package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.Ownership;
import io.corporateportals.exporter.application.Published;
import io.corporateportals.exporter.application.Recovered;
import io.corporateportals.exporter.model.Disclosure;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.LearnerRef;
import io.corporateportals.exporter.model.Outgoing;
import io.corporateportals.exporter.model.PolicyVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Completes the ledger of one partition from what the feeds hold, whatever PostgreSQL knows or has lost. */
final class LedgerRecovery {
    private final JdbcClient jdbc;

    LedgerRecovery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Assignment(int partition, boolean open) {}

    Recovered recover(Ownership owner, Published published) {
        int partition = owner.partition();
        Map<LearnerRef, Assignment> known = known(published);
        List<Disclosure> onTheFeed = new ArrayList<>();
        List<Disclosure> perhapsSeen = new ArrayList<>();
        List<Published.OfLearner> forgottenEnds = new ArrayList<>();
        List<Outgoing> orphans = new ArrayList<>();
        for (Published.OfLearner learner : published.learners()) {
            Assignment assignment = known.get(learner.ref());
            if (assignment == null) {
                if (learner.visible()) orphans.addAll(takenBack(learner, partition));
                continue;
            }
            if (assignment.partition() != partition) continue;
            boolean forgottenEnd = assignment.open() && learner.ended();
            if (forgottenEnd) forgottenEnds.add(learner);
            sort(learner, assignment.open() && !forgottenEnd, onTheFeed, perhapsSeen);
        }
        write(partition, onTheFeed, "do update set log_offset = excluded.log_offset");
        write(partition, perhapsSeen, "do nothing");
        suppress(partition, forgottenEnds);
        parkedBeginAnew(partition);
        return new Recovered(owner, orphans, forgottenEnds.size());
    }

    private static void sort(
            Published.OfLearner learner, boolean open, List<Disclosure> onTheFeed, List<Disclosure> perhapsSeen) {
        Set<EventId> all = new HashSet<>(learner.committed());
        all.addAll(learner.seen());
        for (EventId event : all) {
            Disclosure.Key key = new Disclosure.Key(learner.ref(), event);
            if (open && learner.committed().contains(event))
                onTheFeed.add(new Disclosure(learner.portal(), key, Disclosure.Source.ON_THE_FEED));
            else perhapsSeen.add(new Disclosure(learner.portal(), key, Disclosure.Source.PERHAPS_SEEN));
        }
    }

    private List<Outgoing> takenBack(Published.OfLearner learner, int partition) {
        Set<EventId> all = new HashSet<>(learner.committed());
        all.addAll(learner.seen());
        List<Outgoing> outgoing = new ArrayList<>();
        for (EventId event : all) outgoing.add(new Outgoing.Retraction(learner.portal(), learner.ref(), event));
        outgoing.add(new Outgoing.Ended(learner.portal(), learner.ref(), policyNow(partition), learner.lastAt(), 0));
        return outgoing;
    }

    private String policyNow(int partition) {
        Map<Long, String> versions = new HashMap<>();
        jdbc.sql("""
                        select from_offset, policy_version from published.policy_in_force
                        where partition = ? order by policy_no""").params(partition).query(row -> {
            versions.put(row.getLong(1), row.getString(2));
        });
        return new PolicyVersions(versions).at(Long.MAX_VALUE);
    }

    private Map<LearnerRef, Assignment> known(Published published) {
        Map<LearnerRef, Assignment> known = new HashMap<>();
        jdbc.sql("""
                        select assignment_id, min(partition), bool_or(kind = 'ENDED') from published.assignment_changes
                        where assignment_id = any (?::uuid[]) group by assignment_id""")
                .params((Object) Sql.array(published.learners(), Published.OfLearner::ref))
                .query(row -> {
                    LearnerRef ref = new LearnerRef(row.getObject(1, UUID.class));
                    known.put(ref, new Assignment(row.getInt(2), !row.getBoolean(3)));
                });
        return known;
    }

    private void write(int partition, List<Disclosure> disclosures, String onConflict) {
        jdbc.sql("""
                        insert into exporter.disclosure (learner_ref, event_id, portal_id, partition, log_offset)
                        select r, e, p, ?, o from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[]) as d (r, e, p, o)
                        on conflict (learner_ref, event_id) """ + onConflict)
                .params(
                        partition,
                        Sql.array(disclosures, one -> one.key().ref()),
                        Sql.array(disclosures, one -> one.key().event()),
                        Sql.array(disclosures, Disclosure::portal),
                        Sql.array(disclosures, one -> one.source().offset()))
                .update();
    }

    private void suppress(int partition, List<Published.OfLearner> ended) {
        jdbc.sql("""
                        insert into exporter.ended_for_partner (learner_ref, portal_id, partition)
                        select r, p, ? from unnest(?::uuid[], ?::text[]) as e (r, p) on conflict do nothing""")
                .params(
                        partition,
                        Sql.array(ended, Published.OfLearner::ref),
                        Sql.array(ended, Published.OfLearner::portal))
                .update();
    }

    // what stood in the feed is in the ledger now, so reading everything again repeats nothing
    private void parkedBeginAnew(int partition) {
        jdbc.sql("""
                        update exporter.parked
                        set log_offset = 0, sequence = 0, retracted_up_to = null, round = round + 1
                        where partition = ?""").params(partition).update();
    }
}
