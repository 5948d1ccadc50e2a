package io.corporateportals.exporter.model;

import java.util.UUID;

/** Names one event of the LMS; the same event sent again carries the same id. */
public record EventId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
