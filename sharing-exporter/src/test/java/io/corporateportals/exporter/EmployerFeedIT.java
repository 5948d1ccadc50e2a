package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.exporter.Partner.Received;
import io.corporateportals.feed.SharedLearner;
import io.corporateportals.feed.SharedTestResult;
import io.corporateportals.feed.SharingEnded;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an employer's feed shows, while one exporter runs. Every test has portals and learners of its own. */
@ExtendWith(PartsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmployerFeedIT {
    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");

    private final Parts parts;
    private final AssignerTables assigner;
    private final Lms lms;
    private final Service service;
    private String acme = "";
    private String ann = "";
    private Partner partner;

    EmployerFeedIT(Parts parts) {
        this.parts = parts;
        parts.freshTopics();
        Database database = parts.freshDatabase();
        assigner = new AssignerTables(database);
        lms = new Lms(parts);
        service = Service.start(parts, database);
        partner = new Partner(parts, "none");
    }

    @BeforeAll
    void theServiceIsReady() {
        await().atMost(SOON)
                .until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    @BeforeEach
    void aPortalAndALearner() {
        acme = "p" + UUID.randomUUID();
        ann = "u" + UUID.randomUUID();
        partner = new Partner(parts, acme);
        assigner.portal(acme);
        assigner.learner(ann, "Ann Lee", "ann@acme.example");
    }

    @AfterAll
    void stop() {
        service.close();
        lms.close();
    }

    @Test
    void theLearnerComesFirstThenWhatTheLearnerDid() {
        long registered = lms.changedAddress(ann);
        UUID login = UUID.randomUUID();
        UUID test = UUID.randomUUID();
        lms.loggedIn(ann, login);
        Instant passedAt = Lms.now();
        long last = lms.passedTest(ann, test, passedAt);
        UUID ref = startsAt(registered, last);

        awaitTypes("SharedLearner", "SharedActivity", "SharedTestResult");

        List<Received> feed = partner.committed();
        assertThat(feed).extracting(Received::key).containsExactly(ref.toString(), ref + "/" + login, ref + "/" + test);
        assertThat(feed.get(0).value())
                .isEqualTo(new SharedLearner(acme, ref.toString(), "2026-01", "Ann Lee", "ann@acme.example", LONG_AGO));
        assertThat((SharedTestResult) Objects.requireNonNull(feed.get(2).value()))
                .satisfies(result -> {
                    assertThat(result.getTestTitle()).isEqualTo("Safety at work");
                    assertThat(result.getScore()).isEqualTo(8.5);
                    assertThat(result.getOccurredAt()).isEqualTo(passedAt);
                });
    }

    @Test
    void anOptOutTakesEveryEntryBackAndSaysLastThatItIsOver() {
        long registered = lms.changedAddress(ann);
        UUID login = UUID.randomUUID();
        UUID ref = startsAt(registered, lms.loggedIn(ann, login));
        awaitTypes("SharedLearner", "SharedActivity");

        long optOut = lms.changedAddress(ann);
        Instant leftAt = Lms.now();
        assigner.atOnce(() -> {
            assigner.ends(ref, ann, optOut, leftAt);
            assigner.decided(ann, optOut + 1);
        });

        awaitTypes("SharedLearner", "SharedActivity", "null", "SharingEnded");
        assertThat(partner.committed().get(3).value())
                .isEqualTo(new SharingEnded(acme, ref.toString(), "2026-01", leftAt));
        assertThat(service.get("/actuator/prometheus").body()).contains("exporter_end_told_seconds_count");
    }

    @Test
    void anOptOutBeforeTheExporterWakesShowsNoPrivateAddress() {
        long registered = lms.changedAddress(ann);
        long optOut = lms.changedAddress(ann);
        assigner.atOnce(() -> {
            UUID ref = assigner.starts(ann, acme, true, registered, LONG_AGO);
            assigner.learner(ann, "Ann Lee", "ann@private.example");
            assigner.ends(ref, ann, optOut, Lms.now());
            assigner.decided(ann, optOut + 1);
        });

        awaitTypes("SharingEnded");
        assertThat(partner.everything()).extracting(Received::type).containsExactly("SharingEnded");
    }

    @Test
    void aCorrectionIsToldUnderTheSameRef() {
        long registered = lms.changedAddress(ann);
        UUID ref = startsAt(registered, registered);
        awaitTypes("SharedLearner");

        long corrected = lms.changedAddress(ann);
        assigner.atOnce(() -> {
            assigner.learner(ann, "Ann Leigh", "ann@acme.example");
            assigner.refreshes(ref, ann, corrected, Lms.now());
            assigner.decided(ann, corrected + 1);
        });

        awaitTypes("SharedLearner", "SharedLearner");
        assertThat(partner.committed().get(1).value())
                .isEqualTo(
                        new SharedLearner(acme, ref.toString(), "2026-01", "Ann Leigh", "ann@acme.example", LONG_AGO));
    }

    @Test
    void whatTheLmsRepeatsIsPublishedOnce() {
        long registered = lms.changedAddress(ann);
        UUID login = UUID.randomUUID();
        lms.loggedIn(ann, login);
        UUID ref = startsAt(registered, lms.loggedIn(ann, login));
        awaitTypes("SharedLearner", "SharedActivity");

        lms.loggedIn(ann, login);
        UUID another = UUID.randomUUID();
        assigner.decided(ann, lms.loggedIn(ann, another) + 1);

        awaitTypes("SharedLearner", "SharedActivity", "SharedActivity");
        assertThat(partner.live()).containsOnlyKeys(ref.toString(), ref + "/" + login, ref + "/" + another);
    }

    @Test
    void whatHappenedBeforeTheReturnIsNotSharedAfterIt() {
        UUID before = UUID.randomUUID();
        Instant then = LONG_AGO.minusSeconds(60);
        lms.loggedIn(ann, before, then);
        long returned = lms.changedAddress(ann);
        lms.loggedIn(ann, before, then);
        startsAt(returned, lms.loggedIn(ann, UUID.randomUUID()));

        awaitTypes("SharedLearner", "SharedActivity");
        assertThat(partner.everything()).extracting(Received::key).noneMatch(key -> key.endsWith(before.toString()));
    }

    @Test
    void nothingIsToldOfAnAssignmentThatIsNotShared() {
        long registered = lms.changedAddress(ann);
        long login = lms.loggedIn(ann, UUID.randomUUID());
        String bob = anotherOfThePartition();
        assigner.atOnce(() -> {
            assigner.starts(ann, acme, false, registered, LONG_AGO);
            assigner.decided(ann, login + 1);
        });
        startsAt(bob, lms.changedAddress(bob), lms.loggedIn(bob, UUID.randomUUID()));

        awaitTypes("SharedLearner", "SharedActivity");
    }

    @Test
    void nothingGoesOutThatTheAssignerHasNotDecidedPast() {
        long registered = lms.changedAddress(ann);
        UUID decided = UUID.randomUUID();
        long first = lms.loggedIn(ann, decided);
        long second = lms.loggedIn(ann, UUID.randomUUID());
        UUID ref = startsAt(registered, first);

        awaitTypes("SharedLearner", "SharedActivity");
        await().atMost(SOON)
                .until(() ->
                        service.get("/actuator/health").body().contains(AssignerTables.partitionOf(ann) + " since "));
        assertThat(partner.live()).containsOnlyKeys(ref.toString(), ref + "/" + decided);

        assigner.decided(ann, second + 1);
        awaitTypes("SharedLearner", "SharedActivity", "SharedActivity");
    }

    @Test
    void anAssignmentWithMoreThanATransactionHoldsIsTakenBackWhole() {
        long registered = lms.changedAddress(ann);
        long last = registered;
        for (int i = 0; i < 50; i++) last = lms.loggedIn(ann, UUID.randomUUID());
        UUID ref = startsAt(registered, last);
        await().atMost(SOON).until(() -> partner.committed().size() == 51);

        long optOut = lms.changedAddress(ann);
        assigner.atOnce(() -> {
            assigner.ends(ref, ann, optOut, Lms.now());
            assigner.decided(ann, optOut + 1);
        });

        await().atMost(SOON).until(() -> partner.committed().size() == 102);
        assertThat(partner.live()).containsOnlyKeys(ref.toString());
        assertThat(partner.typesCommitted().subList(51, 101)).containsOnly("null");
        assertThat(partner.typesCommitted().get(101)).isEqualTo("SharingEnded");
    }

    @Test
    void moreChangesThanATransactionTellsComeBeforeTheFirstEntry() {
        long registered = lms.changedAddress(ann);
        long login = lms.loggedIn(ann, UUID.randomUUID());
        assigner.atOnce(() -> {
            for (int i = 0; i < 5; i++) {
                UUID ref = assigner.starts(ann, acme, true, registered, LONG_AGO);
                assigner.ends(ref, ann, registered, LONG_AGO);
            }
            assigner.starts(ann, acme, true, registered, LONG_AGO);
            assigner.decided(ann, login + 1);
        });

        awaitTypes(
                "SharingEnded",
                "SharingEnded",
                "SharingEnded",
                "SharingEnded",
                "SharingEnded",
                "SharedLearner",
                "SharedActivity");
    }

    private UUID startsAt(long offset, long decidedTo) {
        return startsAt(ann, offset, decidedTo);
    }

    private UUID startsAt(String user, long offset, long decidedTo) {
        List<UUID> started = new ArrayList<>();
        assigner.atOnce(() -> {
            started.add(assigner.starts(user, acme, true, offset, LONG_AGO));
            assigner.decided(user, decidedTo + 1);
        });
        return started.get(0);
    }

    private String anotherOfThePartition() {
        for (int i = 0; ; i++) {
            String bob = "bob" + i + UUID.randomUUID();
            if (AssignerTables.partitionOf(bob) != AssignerTables.partitionOf(ann)) continue;
            assigner.learner(bob, "Bob", "bob@acme.example");
            return bob;
        }
    }

    private void awaitTypes(String... types) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(partner.typesCommitted()).containsExactly(types));
    }
}
