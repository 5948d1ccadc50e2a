package io.corporateportals.contract.deadletter;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers that are text. */
final class TextHeaders {
    private TextHeaders() {}

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The number, or -1 if there is none that fits. */
    static long number(Headers headers, String name) {
        String text = get(headers, name);
        return text == null || !text.matches("\\d{1,18}") ? -1 : Long.parseLong(text);
    }
}
