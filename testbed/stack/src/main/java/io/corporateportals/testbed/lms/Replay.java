package io.corporateportals.testbed.lms;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.lms.oulad.Oulad;
import io.corporateportals.testbed.lms.oulad.Study;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Everything that the LMS tells, in the order in which it tells it.
 *
 * @param learners how many people it tells of
 * @param repeated how many of the events it has told before
 */
public record Replay(List<LmsEvent> events, int learners, int repeated) {
    private static final double REPEATED = 0.004;
    private static final int A_MONTH = 30 * 24 * 60;

    public Replay {
        events = List.copyOf(events);
    }

    /** Makes up what the data does not tell; the same data and seed give the same events. */
    public static Replay of(Oulad data, long seedValue) {
        Seed seed = new Seed(seedValue);
        Names names = Names.madeUp(seed);
        Companies companies = Companies.madeUp(seed, names);
        List<LmsEvent> events = new ArrayList<>();
        for (Study study : data.studies()) events.addAll(Life.of(seed, study, companies, names));
        List<LmsEvent> repetitions = repetitions(events, seed.random("repetitions"));
        events.addAll(repetitions);
        events.addAll(PortalScript.of(seed, companies, Timeline.of(data.studies())));
        events.sort(Comparator.comparing(LmsEvent::at));
        return new Replay(events, data.studies().size(), repetitions.size());
    }

    // An LMS that is not sure sends again, and not always at once.
    private static List<LmsEvent> repetitions(List<LmsEvent> events, Random random) {
        List<LmsEvent> repetitions = new ArrayList<>();
        for (LmsEvent event : events)
            if (random.nextDouble() < REPEATED)
                repetitions.add(event.repeatedAt(event.at().plus(Duration.ofMinutes(1 + random.nextInt(A_MONTH)))));
        return repetitions;
    }

    /** How many of the events are about learners. */
    public long userEvents() {
        return events.stream()
                .filter(event -> event.topic().equals(Topics.USER_EVENTS))
                .count();
    }
}
