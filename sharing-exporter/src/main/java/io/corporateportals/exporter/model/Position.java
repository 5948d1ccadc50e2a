package io.corporateportals.exporter.model;

/**
 * How far a reader of one partition has come.
 *
 * @param offset the next record to judge
 * @param cursor how far the changes have been told
 */
public record Position(long offset, Cursor cursor) {
    public Position {
        if (offset < 0) throw new IllegalArgumentException("offset: must not be negative");
    }
}
