package io.corporateportals.assigner.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into the column arrays that {@code unnest} takes: one statement for a batch, however large. */
final class Columns {
    private Columns() {}

    static <R> @Nullable String[] texts(Collection<? extends R> rows, Function<R, @Nullable Object> column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        int row = 0;
        for (R each : rows) {
            Object value = column.apply(each);
            texts[row++] = value == null ? null : value.toString();
        }
        return texts;
    }

    static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    static Integer[] ints(Collection<Integer> values) {
        return values.toArray(Integer[]::new);
    }

    static <R> @Nullable Long[] longs(Collection<? extends R> rows, Function<R, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    static <R> Boolean[] booleans(Collection<? extends R> rows, Function<R, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    static <R> UUID[] uuids(Collection<? extends R> rows, Function<R, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    /** ISO-8601, to be cast to {@code timestamptz[]}. */
    static <R> String[] times(Collection<? extends R> rows, Function<R, Instant> column) {
        return rows.stream().map(row -> column.apply(row).toString()).toArray(String[]::new);
    }
}
