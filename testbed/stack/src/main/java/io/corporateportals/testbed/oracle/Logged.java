package io.corporateportals.testbed.oracle;

import org.jspecify.annotations.Nullable;

/**
 * A record of a topic.
 *
 * @param timestamp when it was sent, in milliseconds
 * @param content null: a null value
 */
public record Logged(
        int partition,
        long offset,
        long timestamp,
        String key,
        @Nullable Content content) {
    boolean is(String name) {
        return content != null && content.name().equals(name);
    }
}
