package io.corporateportals.exporter.model;

import org.jspecify.annotations.Nullable;

/**
 * How far the changes of a partition have been told.
 *
 * @param sequence the last change that was told to its end
 * @param retractedUpTo the last event retracted of the change after it, null where that one has not begun
 */
public record Cursor(long sequence, @Nullable EventId retractedUpTo) {
    /** Before the first change. */
    public static final Cursor START = new Cursor(0, null);

    public Cursor {
        if (sequence < 0) throw new IllegalArgumentException("sequence: must not be negative");
    }

    /** The cursor behind a change that was told to its end. */
    public static Cursor behind(long sequence) {
        return new Cursor(sequence, null);
    }
}
