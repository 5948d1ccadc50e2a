package io.corporateportals.testbed.simulation.script;

import io.corporateportals.testbed.simulation.scheduling.Chance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the LMS sends in one schedule.
 *
 * @param founding portals that were there before everything else
 * @param portals what is sent about portals later
 * @param events what is sent about learners
 */
public record Script(int partitions, List<PortalRecord> founding, List<PortalRecord> portals, List<LmsEvent> events) {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** Draws one. */
    public static Script drawn(Chance chance) {
        return new Drawing(chance).script();
    }

    private static final class Drawing {
        private final Chance chance;
        private final int partitions;
        private final int learners;
        private final Set<String> registered = new TreeSet<>();
        private final List<LmsEvent> events = new ArrayList<>();
        private int number;

        private Drawing(Chance chance) {
            this.chance = chance;
            this.partitions = chance.in(0.25) ? 2 : 1;
            this.learners = chance.in(0.5) ? 1 : 2;
        }

        private Script script() {
            int length = chance.between(4, 11);
            List<PortalRecord> founding = new ArrayList<>();
            List<PortalRecord> later = new ArrayList<>();
            if (chance.in(0.85)) founding.add(created("a"));
            if (chance.in(0.5)) founding.add(created("b"));
            if (chance.in(0.45)) for (int i = chance.between(1, 3); i > 0; i--) later.add(portal());
            while (events.size() < length) events.add(event());
            return new Script(partitions, founding, later, events);
        }

        private PortalRecord created(String portal) {
            return new PortalRecord(
                    chance.uuid(), time(), portal, false, List.of(portal + ".example"), chance.in(0.2), true, false);
        }

        private PortalRecord portal() {
            String portal = chance.in(0.7) ? "a" : "b";
            List<String> domains = new ArrayList<>();
            if (chance.in(0.85)) domains.add(portal + ".example");
            if (chance.in(0.2)) domains.add(portal.equals("a") ? "b.example" : "a.example");
            return new PortalRecord(
                    chance.uuid(),
                    time(),
                    portal,
                    chance.in(0.3),
                    domains,
                    chance.in(0.25),
                    !chance.in(0.2),
                    chance.in(0.15));
        }

        // an LMS's clocks do not agree to the minute
        private Instant time() {
            return BEGINNING.plusSeconds(60L * (number + (chance.in(0.15) ? chance.between(-3, 3) : 0)));
        }

        private LmsEvent event() {
            if (!events.isEmpty() && chance.in(0.1)) return chance.of(events);
            number++;
            String user = "u" + chance.between(1, learners);
            int partition = (user.charAt(1) - '1') % partitions;
            long revision = chance.in(0.05) ? number - 3 : number;
            LmsEvent.What what = registered.add(user) ? registration() : what(user);
            return new LmsEvent(user, partition, new UUID(7, number), time(), revision, what);
        }

        private LmsEvent.Registered registration() {
            @Nullable String host = chance.in(0.3) ? PortalRecord.hostOf(chance.in(0.8) ? "a" : "b") : null;
            return new LmsEvent.Registered("N" + number, address(0.75), !chance.in(0.1), host);
        }

        private String address(double inA) {
            String domain;
            if (chance.in(inA)) domain = "a.example";
            else domain = chance.of(List.of("b.example", "x.example", "gmail.example", "sub.a.example"));
            return "m" + number + "@" + domain;
        }

        private LmsEvent.What what(String user) {
            int draw = chance.below(100);
            if (draw < 48) return new LmsEvent.LoggedIn();
            if (draw < 74) return new LmsEvent.Moved(address(0.45), !chance.in(0.1));
            if (draw < 83) return new LmsEvent.Renamed("N" + number);
            if (draw < 88) return new LmsEvent.Objects(chance.in(0.6));
            if (draw < 91) return new LmsEvent.Garbled();
            if (draw < 93) return new LmsEvent.Gone();
            if (draw < 96) return new LmsEvent.Verified(addressOf(user));
            return registration();
        }

        private String addressOf(String user) {
            String address = "";
            for (LmsEvent event : events) {
                if (!event.user().equals(user)) continue;
                if (event.what() instanceof LmsEvent.Moved moved) address = moved.email();
                if (event.what() instanceof LmsEvent.Registered again) address = again.email();
            }
            return address;
        }
    }
}
