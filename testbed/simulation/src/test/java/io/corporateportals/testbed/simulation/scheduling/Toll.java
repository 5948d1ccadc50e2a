package io.corporateportals.testbed.simulation.scheduling;

/** What happened in some schedules. */
public record Toll(long schedules, long steps, long kills, long pauses, long lostAnswers) {
    public static final Toll NONE = new Toll(0, 0, 0, 0, 0);

    /** In these schedules and others. */
    public Toll plus(Toll other) {
        return new Toll(
                schedules + other.schedules,
                steps + other.steps,
                kills + other.kills,
                pauses + other.pauses,
                lostAnswers + other.lostAnswers);
    }

    @Override
    public String toString() {
        return "%,d schedules, %,d steps, %,d kills, %,d pauses, %,d lost answers"
                .formatted(schedules, steps, kills, pauses, lostAnswers);
    }
}
