package io.corporateportals.testbed.lms;

import io.corporateportals.testbed.lms.oulad.Study;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** From when to when the data's learners study. */
record Timeline(Instant begin, Instant end) {
    static Timeline of(List<Study> studies) {
        LocalDate begin = studies.stream()
                .map(Study::firstDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate end = studies.stream()
                .map(Study::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Timeline(startOf(begin), startOf(end.plusDays(1)));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The moment at which this share of the time has passed, in whole milliseconds. */
    Instant at(double share) {
        return begin.plusMillis((long) (Duration.between(begin, end).toMillis() * share));
    }
}
