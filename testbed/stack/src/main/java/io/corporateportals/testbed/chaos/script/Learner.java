package io.corporateportals.testbed.chaos.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** One learner as the LMS knows it. Every name and address that it takes on is its own and was never there before: a canary. */
final class Learner {
    private static final int REMEMBERED = 8;

    final String userId;
    private final Deque<byte[]> told = new ArrayDeque<>();
    private long revision;
    private int canary;
    String email = "";
    boolean objects;

    Learner(String userId) {
        this.userId = userId;
    }

    long nextRevision() {
        return ++revision;
    }

    /** One that an LMS may have told before: it is late. */
    long staleRevision() {
        return Math.max(1, revision - 1);
    }

    String newName() {
        return "Name of " + userId + " " + ++canary;
    }

    String newAddress(String domain) {
        return userId + ".v" + ++canary + "@" + domain;
    }

    /** What stands behind the last {@code @} of the address. */
    String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }

    void remember(byte[] record) {
        told.addLast(record);
        if (told.size() > REMEMBERED) told.removeFirst();
    }

    boolean hasTold() {
        return !told.isEmpty();
    }

    /** Something that was told before, as it was. */
    byte[] repeated(Random random) {
        List<byte[]> all = new ArrayList<>(told);
        return all.get(random.nextInt(all.size()));
    }
}
