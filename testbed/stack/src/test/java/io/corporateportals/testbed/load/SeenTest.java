package io.corporateportals.testbed.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.oracle.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final byte[] LEARNER = {1};
    private static final byte[] ENTRY = {2};
    private static final byte[] ENDED = {3};
    private static final byte[] LEARNER_OF_LATER = {4};

    private final Told told = new Told(
            List.of(new Partner("acme", true), new Partner("zenith", true), new Partner("silent", false)),
            Instant.now());
    private final UUID ref = UUID.randomUUID();
    private final int learner = told.joins(0);
    private final Seen seen = new Seen(told, this::content);
    private Instant left = Instant.EPOCH;

    private Content content(byte[] bytes) {
        if (bytes == LEARNER)
            return new Content("feed.SharedLearner", Map.of("email", "u" + learner + "@acme.example"));
        if (bytes == LEARNER_OF_LATER)
            return new Content("feed.SharedLearner", Map.of("email", "u" + learner + "@private.example"));
        return new Content("feed.SharingEnded", Map.of("endedAt", left.toEpochMilli()));
    }

    private String works() {
        told.does(learner);
        return ref + "/" + told.lastId();
    }

    private void leaves() {
        told.leaves(learner);
        left = told.lastTime();
    }

    private void takes(String key, byte[] value) {
        seen.take("acme", key, value, 0);
    }

    private void takesBack(String key) {
        seen.take("acme", key, null, 0);
    }

    private void assertMissingAndExtra(int missing, int extra) {
        assertThat(List.of(seen.missing(), seen.extra())).containsExactly(missing, extra);
    }

    @Test
    void whatBelongsThereIsNeitherMissingNorExtra() {
        takes(ref.toString(), LEARNER);
        takes(works(), ENTRY);

        assertMissingAndExtra(0, 0);
        assertThat(seen.held()).isEqualTo(1);
    }

    @Test
    void aLearnerAndAnEntryThatNobodyShowsAreMissing() {
        works();

        assertMissingAndExtra(2, 0);
    }

    @Test
    void anEntryThatComesTwiceIsExtra() {
        String key = works();
        takes(ref.toString(), LEARNER);
        takes(key, ENTRY);
        takes(key, ENTRY);

        assertMissingAndExtra(0, 1);
    }

    @Test
    void whoLeavesIsTakenBack() {
        String key = works();
        takes(ref.toString(), LEARNER);
        takes(key, ENTRY);
        leaves();
        works();
        takesBack(key);
        takes(ref.toString(), ENDED);

        assertMissingAndExtra(0, 0);
        assertThat(seen.ends("acme")).isEqualTo(1);
    }

    @Test
    void anEntryThatIsNotTakenBackIsExtra() {
        takes(ref.toString(), LEARNER);
        takes(works(), ENTRY);
        leaves();
        takes(ref.toString(), ENDED);

        assertMissingAndExtra(0, 1);
    }

    @Test
    void anEndThatIsNotToldIsMissingAndTheLearnerExtra() {
        takes(ref.toString(), LEARNER);
        leaves();

        assertMissingAndExtra(1, 1);
    }

    @Test
    void anEntryBehindTheEndIsExtraTwiceOver() {
        String key = works();
        leaves();
        takes(ref.toString(), ENDED);
        takes(key, ENTRY);

        assertMissingAndExtra(0, 2);
    }

    @Test
    void whoLeftBeforeTheFeedBeganIsKnownByTheTimeOfTheEnd() {
        leaves();
        takes(ref.toString(), ENDED);

        assertMissingAndExtra(0, 0);
    }

    @Test
    void anotherPortalsEntryIsExtraAndMissingWhereItBelongs() {
        takes(ref.toString(), LEARNER);
        seen.take("zenith", works(), ENTRY, 0);

        assertMissingAndExtra(1, 1);
    }

    @Test
    void anEntryUnderAnotherLearnersRefIsExtra() {
        takes(ref.toString(), LEARNER);
        told.does(told.joins(0));
        takes(ref + "/" + told.lastId(), ENTRY);

        assertThat(seen.extra()).isEqualTo(1);
    }

    @Test
    void anEventThatTheLmsNeverToldOfIsExtra() {
        takes(ref.toString(), LEARNER);
        takes(ref + "/" + UUID.randomUUID(), ENTRY);

        assertMissingAndExtra(0, 1);
    }

    @Test
    void anAddressOfLaterIsExtra() {
        takes(ref.toString(), LEARNER_OF_LATER);
        leaves();
        takes(ref.toString(), ENDED);

        assertMissingAndExtra(0, 1);
    }

    @Test
    void ofAClosedPortalNothingStays() {
        String key = works();
        takes(ref.toString(), LEARNER);
        takes(key, ENTRY);
        told.closes(0);

        assertMissingAndExtra(1, 2);
        takesBack(key);
        takes(ref.toString(), ENDED);
        assertMissingAndExtra(0, 0);
    }

    @Test
    void withoutAnAgreementNothingIsExpected() {
        told.does(told.joins(2));
        takes(ref.toString(), LEARNER);

        assertMissingAndExtra(0, 0);
    }
}
