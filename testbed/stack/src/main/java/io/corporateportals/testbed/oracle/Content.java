package io.corporateportals.testbed.oracle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a record says.
 *
 * @param type its full name
 * @param fields as they were written: texts and enums as strings, times as milliseconds, arrays as lists
 */
public record Content(String type, Map<String, @Nullable Object> fields) {
    /** Of a record that cannot be read. */
    public static final Content UNREADABLE = new Content("unreadable", Map.of());

    public Content {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    boolean isUnreadable() {
        return equals(UNREADABLE);
    }

    /** The type without its package. */
    public String name() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** A text that must be there. */
    public String text(String field) {
        return (String) required(field);
    }

    /** A time or a number that must be there. */
    public long number(String field) {
        return ((Number) required(field)).longValue();
    }

    boolean flag(String field) {
        return (Boolean) required(field);
    }

    List<String> texts(String field) {
        return ((List<?>) required(field)).stream().map(String.class::cast).toList();
    }

    @Nullable
    String textOrNull(String field) {
        return (String) fields.get(field);
    }

    @Nullable
    Long numberOrNull(String field) {
        return fields.get(field) instanceof Number number ? (Long) number.longValue() : null;
    }

    private Object required(String field) {
        return Objects.requireNonNull(fields.get(field), () -> name() + " has no " + field);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return name();
    }
}
