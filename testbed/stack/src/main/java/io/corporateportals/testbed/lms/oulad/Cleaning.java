package io.corporateportals.testbed.lms.oulad;

/**
 * How many rows were not clean, and what became of them.
 *
 * @param rows all rows of the four files
 * @param notMarked submissions without a score: results without score and verdict
 * @param banked results carried over from an earlier presentation: left out, as nothing was submitted in this one
 * @param orphaned submissions of unknown tests, or of learners who do not stand in the presentation: left out
 */
public record Cleaning(int rows, int notMarked, int banked, int orphaned) {}
