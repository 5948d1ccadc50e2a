package io.corporateportals.exporter.jdbc;

import java.util.Collection;
import java.util.function.Function;

/** Values in the form in which the driver takes many at once; the statement casts them to their type. */
final class Sql {
    private Sql() {}

    static <T> String[] array(Collection<T> values, Function<T, ?> text) {
        return values.stream().map(value -> text.apply(value).toString()).toArray(String[]::new);
    }
}
