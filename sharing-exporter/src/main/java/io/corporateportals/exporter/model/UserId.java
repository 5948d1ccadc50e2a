package io.corporateportals.exporter.model;

/** The LMS's id of a learner; it never leaves. */
public record UserId(String value) {
    public UserId {
        if (value.isBlank()) throw new IllegalArgumentException("userId: must not be blank");
    }

    @Override
    public String toString() {
        return value;
    }
}
