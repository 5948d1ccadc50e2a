package io.corporateportals.contract.deadletter;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands: written and read as {@code lms.user-events-5@17}. */
public record LogPosition(String topic, int partition, long offset) implements Comparable<LogPosition> {
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9._-]{1,249})-(\\d{1,9})@(\\d{1,18})");
    private static final Comparator<LogPosition> ORDER = Comparator.comparing(LogPosition::topic)
            .thenComparingInt(LogPosition::partition)
            .thenComparingLong(LogPosition::offset);

    /** Throws {@link IllegalArgumentException} if the text is no position. */
    public static LogPosition parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) throw new IllegalArgumentException("not a position such as lms.user-events-5@17");
        return new LogPosition(written.group(1), Integer.parseInt(written.group(2)), Long.parseLong(written.group(3)));
    }

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
