package io.corporateportals.exporter.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedKeeperTest {
    private static final PortalId ACME = new PortalId("acme");
    private static final PortalId OTHER = new PortalId("other");
    private static final PortalId REFUSED = new PortalId("refused");
    private static final Duration PARK_AFTER = Duration.ofSeconds(60);

    private final Map<PortalId, String> there = new HashMap<>(Map.of(ACME, "id", OTHER, "id"));
    private final Set<PortalId> beaten = new HashSet<>();
    private final Map<PortalId, FeedTopics.Missed> missed = new HashMap<>();
    private final Set<PortalId> again = new HashSet<>();
    private final Set<PortalId> held = new HashSet<>();
    private Instant now = Instant.EPOCH;
    private final FeedKeeper keeper = new FeedKeeper(
            new Register(),
            new Topics(),
            new Parking(),
            new FeedKeeper.Times(Duration.ofHours(3), PARK_AFTER, clock(() -> now)));

    @Test
    void aFeedThatIsNotSeenForAMomentIsNotParked() {
        there.remove(ACME);
        beats(Duration.ZERO);
        assertThat(again).containsExactly(ACME);
        assertThat(beaten).containsExactly(OTHER);

        there.put(ACME, "id");
        beats(PARK_AFTER);
        assertThat(again).isEmpty();
        assertThat(beaten).contains(ACME);

        there.remove(ACME);
        beats(PARK_AFTER.plusSeconds(1));
        assertThat(held).isEmpty();
    }

    @Test
    void aFeedThatIsGoneOrReplacedForLongIsParked() {
        there.remove(ACME);
        there.put(OTHER, "another id");
        beats(Duration.ZERO);
        beats(PARK_AFTER.minusSeconds(1));
        assertThat(held).isEmpty();

        beats(PARK_AFTER);
        assertThat(held).containsExactlyInAnyOrder(ACME, OTHER);
        assertThat(beaten).isEmpty();
    }

    @Test
    void aFeedThatMayNotBeWrittenIsParkedOneThatDoesNotAnswerIsTriedAgain() {
        missed.put(ACME, FeedTopics.Missed.REFUSED);
        missed.put(OTHER, FeedTopics.Missed.UNANSWERED);
        beats(Duration.ZERO);
        assertThat(again).containsExactlyInAnyOrder(ACME, OTHER);
        assertThat(held).isEmpty();

        beats(PARK_AFTER);
        assertThat(held).containsExactly(ACME);
        assertThat(again).contains(OTHER);
    }

    @Test
    void atTheStartAReplacedFeedIsParkedAtOnceAMissingOneNotNorOneThatWasNeverMade() {
        there.remove(ACME);
        there.put(OTHER, "another id");
        there.put(REFUSED, "made by hand");

        keeper.parkReplaced();

        assertThat(held).containsExactly(OTHER);
    }

    private void beats(Duration at) {
        now = Instant.EPOCH.plus(at);
        keeper.beat();
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    private final class Register implements FeedRegister {
        @Override
        public Set<PortalId> made() {
            return Set.of(ACME, OTHER);
        }

        @Override
        public Map<PortalId, String> open() {
            return Map.of(ACME, "id", OTHER, "id", REFUSED, "");
        }

        @Override
        public void makeMissing(Set<PortalId> needed, Function<PortalId, String> making) {}

        @Override
        public void whenDue(Duration every, UnaryOperator<Set<PortalId>> beating) {
            again.clear();
            again.addAll(beating.apply(Set.of(ACME, OTHER)));
        }

        @Override
        public String topicId(PortalId portal) {
            return "id";
        }

        @Override
        public void isMade(PortalId portal, String topicId) {}

        @Override
        public Return bringBack(PortalId portal, @Nullable String topicId, BooleanSupplier isEmpty) {
            return Return.NOT_PARKED;
        }
    }

    private final class Topics implements FeedTopics {
        @Override
        public String make(PortalId portal) {
            return "id";
        }

        @Override
        public Map<PortalId, String> ids(Set<PortalId> portals) {
            return there;
        }

        @Override
        public boolean isEmpty(PortalId portal) {
            return false;
        }

        @Override
        public Map<PortalId, Missed> beat(Set<PortalId> portals) {
            beaten.addAll(portals);
            beaten.removeAll(missed.keySet());
            return missed;
        }
    }

    private final class Parking implements ParkedFeeds {
        @Override
        public void hold(PortalId portal) {
            held.add(portal);
        }

        @Override
        public void park(Ownership owner, PortalId portal, Position from) {}

        @Override
        public void setAside(Ownership owner, PortalId portal, Position from) {}

        @Override
        public boolean stop(Ownership owner, Parked stopped) {
            return false;
        }

        @Override
        public void unpark(Ownership owner, CatchUp returned) {}
    }
}
