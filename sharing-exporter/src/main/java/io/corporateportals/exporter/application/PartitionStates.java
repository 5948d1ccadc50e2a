package io.corporateportals.exporter.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the loops of this instance are doing: for health and metrics. */
public final class PartitionStates {
    private final Map<Integer, State> states = new ConcurrentHashMap<>();
    private final Clock clock;

    public PartitionStates(Clock clock) {
        this.clock = clock;
    }

    /** What one loop is doing. */
    public sealed interface State {}

    /** Keeps up. */
    public record Running() implements State {}

    /** Has records that the assigner has not decided. */
    public record Waiting(Instant since, long offset) implements State {}

    /** Tries again after a fault. */
    public record Retrying(Instant since, String why) implements State {}

    /** Stands still until a person has allowed what it asks for. */
    public record Asking(String why) implements State {}

    /** Stopped; a person is needed. */
    public record Stopped(String why) implements State {}

    /** By partition. */
    public Map<Integer, State> all() {
        return new TreeMap<>(states);
    }

    /** How many partitions wait for the assigner. */
    public long waiting() {
        return states.values().stream().filter(Waiting.class::isInstance).count();
    }

    void set(int partition, State state) {
        states.put(partition, state);
    }

    /** Says it once more or says when it began: the first moment of a state of this kind stays. */
    void waits(int partition, long offset) {
        State before = states.get(partition);
        Instant since = before instanceof Waiting waiting ? waiting.since() : clock.instant();
        states.put(partition, new Waiting(since, offset));
    }

    void retries(int partition, String why) {
        State before = states.get(partition);
        Instant since = before instanceof Retrying retrying ? retrying.since() : clock.instant();
        states.put(partition, new Retrying(since, why));
    }

    /** Returns false if it waits for the same already. */
    boolean waitsForPerson(int partition, String why) {
        State asking = new Asking(why);
        return !asking.equals(states.put(partition, asking));
    }

    void remove(int partition) {
        states.remove(partition);
    }
}
