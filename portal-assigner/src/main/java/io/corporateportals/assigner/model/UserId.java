package io.corporateportals.assigner.model;

/** The LMS's id of a learner: 1 to 255 characters, not blank, without NUL. */
public record UserId(String value) implements Comparable<UserId> {
    public UserId {
        if (!isOne(value))
            throw new IllegalArgumentException("userId: must be 1 to 255 characters, not blank, without NUL");
    }

    /** Whether the text can be somebody's id. */
    public static boolean isOne(String text) {
        return !text.isBlank() && text.length() <= 255 && text.indexOf('\0') < 0;
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
