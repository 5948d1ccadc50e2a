package io.corporateportals.testbed.lms;

import io.corporateportals.testbed.lms.oulad.Presentation;
import io.corporateportals.testbed.lms.oulad.Study;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From when to when the data's presentations last. */
record Timeline(Instant begin, Instant end) {
    // submissions come in up to a year late: they do not count
    static Timeline of(List<Study> studies) {
        List<Presentation> presentations =
                studies.stream().flatMap(study -> study.attended().stream()).toList();
        Stream<LocalDate> first = presentations.stream().map(Presentation::firstDay);
        Stream<LocalDate> last = presentations.stream().map(Presentation::lastDay);
        return new Timeline(
                startOf(first.min(Comparator.naturalOrder()).orElseThrow()),
                startOf(last.max(Comparator.naturalOrder()).orElseThrow()));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The moment at which this share of the time has passed, in whole milliseconds. */
    Instant at(double share) {
        return begin.plusMillis((long) (Duration.between(begin, end).toMillis() * share));
    }
}
