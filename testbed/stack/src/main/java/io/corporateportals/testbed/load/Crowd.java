package io.corporateportals.testbed.load;

import java.util.random.RandomGenerator;

/** Learners of several partners who come, work and opt out, at random but alike every time. */
final class Crowd {
    private static final int IN_HUNDRED_OF_NOBODY = 10;

    private final Lms lms;
    private final Told told;
    private final int firstPartner;
    private final RandomGenerator random;
    private final Column members = new Column();
    private int size;

    /** Of all partners from {@code firstPartner} on. */
    Crowd(Lms lms, Told told, int firstPartner, RandomGenerator random) {
        this.lms = lms;
        this.told = told;
        this.firstPartner = firstPartner;
        this.random = random;
    }

    /** The next event: of a thousand so many are somebody's who comes, so many somebody's who opts out. */
    void next(int coming, int leaving) {
        int choice = random.nextInt(1000);
        int member = size == 0 ? Column.NONE : members.get(random.nextInt(size));
        if (choice < coming || member == Column.NONE) join();
        else if (choice < coming + leaving && told.leftBy(member) == Column.NONE) lms.leaves(member);
        else lms.works(member);
    }

    /** Somebody comes. */
    void join() {
        boolean ofNobody = random.nextInt(100) < IN_HUNDRED_OF_NOBODY;
        int partner = ofNobody
                ? Column.NONE
                : random.nextInt(firstPartner, told.partners().size());
        members.set(size++, lms.joins(partner));
    }
}
