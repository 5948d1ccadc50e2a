package io.corporateportals.assigner.model;

/** The LMS's id of a learner: 1 to 255 characters, not blank, without NUL. */
public record UserId(String value) implements Comparable<UserId> {
    public UserId {
        if (value.isBlank() || value.length() > 255 || value.indexOf('\0') >= 0)
            throw new IllegalArgumentException("userId: must be 1 to 255 characters, not blank, without NUL");
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
