package io.corporateportals.testbed.badinput;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record that an LMS should not send.
 *
 * @param partition null: its key's own
 * @param reason of its dead letter; null: it is ignored and counted
 * @param outcome the name under which the assigner counts it
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record Wrong(
        String topic,
        @Nullable Integer partition,
        byte[] key,
        byte @Nullable [] value,
        @Nullable String reason,
        String outcome) {
    static Wrong setAside(String topic, String key, byte @Nullable [] value, String reason) {
        return new Wrong(topic, null, utf8(key), value, reason, reason);
    }

    static Wrong ignored(String topic, String key, byte[] value, String outcome) {
        return new Wrong(topic, null, utf8(key), value, null, outcome);
    }

    Wrong in(int otherPartition) {
        return new Wrong(topic, otherPartition, key, value, reason, outcome);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
