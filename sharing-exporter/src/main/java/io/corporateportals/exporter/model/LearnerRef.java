package io.corporateportals.exporter.model;

import java.util.UUID;

/** How a feed names a learner: the random id of one assignment, never the userId. */
public record LearnerRef(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
