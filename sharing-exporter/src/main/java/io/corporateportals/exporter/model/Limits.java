package io.corporateportals.exporter.model;

/**
 * The size of one transaction.
 *
 * @param changes at most so many changes are told
 * @param records at most so many records are judged or sent
 */
public record Limits(int changes, int records) {
    public Limits {
        if (changes < 1 || records < 1) throw new IllegalArgumentException("limits: must be at least 1");
    }
}
