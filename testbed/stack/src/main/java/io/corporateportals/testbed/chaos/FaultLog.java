package io.corporateportals.testbed.chaos;

import io.corporateportals.testbed.chaos.fault.Fault;
import io.corporateportals.testbed.watch.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was injected, and how long it took until everything was processed again. */
final class FaultLog {
    private final Map<String, List<Long>> recoveries = new TreeMap<>();
    private final List<Span> spans = new ArrayList<>();

    /** A fault from its beginning until everything was processed again, in the clock's milliseconds. */
    private record Span(long from, long to) {}

    /**
     * One fault, or several at once; those that nothing came of do not count.
     *
     * @param healed when all of it was good again
     */
    void add(List<Fault> together, long begun, long healed, long recovered) {
        for (Fault fault : together)
            if (fault.struck())
                recoveries
                        .computeIfAbsent(fault.kind(), name -> new ArrayList<>())
                        .add(recovered - healed);
        spans.add(new Span(begun, recovered));
    }

    /** How long recovering took, by kind. */
    Map<String, Waits> recoveries() {
        Map<String, Waits> waits = new TreeMap<>();
        recoveries.forEach((kind, millis) -> waits.put(kind, new Waits(millis)));
        return waits;
    }

    /** Whether anything was broken for a part of that time. */
    boolean broken(long from, long to) {
        return spans.stream().anyMatch(span -> span.from() <= to && from <= span.to());
    }
}
