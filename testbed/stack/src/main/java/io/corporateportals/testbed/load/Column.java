package io.corporateportals.testbed.load;

import java.util.Arrays;

/** Millions of small numbers, row by row; it grows. */
final class Column {
    /** What stands in a row that was not set. */
    static final int NONE = -1;

    private int[] values = filled(new int[1024], 0);

    int get(int row) {
        return row < values.length ? values[row] : NONE;
    }

    boolean has(int row) {
        return get(row) != NONE;
    }

    void set(int row, int value) {
        int before = values.length;
        if (row >= before) values = filled(Arrays.copyOf(values, Math.max(row + 1, before * 2)), before);
        values[row] = value;
    }

    private static int[] filled(int[] values, int from) {
        Arrays.fill(values, from, values.length, NONE);
        return values;
    }
}
