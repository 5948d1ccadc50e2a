package io.corporateportals.operations.deadletters;

import java.util.Locale;

/** What is to be done with a dead letter that somebody wants to be replayed. */
enum Verdict {
    /** Send it again. */
    REPLAY("goes through the front door again"),
    /** Nothing is left to do. */
    APPLIED_ALREADY("was applied already"),
    /** An identity record, or a portal's, that would overtake what came after it. */
    LATER_APPLIED("a later record of the same key was applied; have the LMS emit the present state"),
    /** A registration, while something later of the same key cannot be read: that could be the opt-out. */
    LATER_UNREADABLE("a later record of the same key cannot be read; have the LMS emit the present state"),
    /** An identity record that lay in another partition than its key's. */
    PLACE_UNKNOWN("came in a wrong partition, so its place in the learner's life is unknown;"
            + " have the LMS emit the present state"),
    /** An identity record of somebody who is not known yet. */
    NOBODY_REGISTERED("nobody has registered under its key; have the LMS emit the registration first"),
    /** An identity record of an account that is gone. */
    ACCOUNT_TERMINATED("the account is terminated"),
    /** A record that is as unreadable as it was. */
    UNREADABLE("still cannot be read; mend what its reason names, such as the registry, or have the LMS emit it anew"),
    /** A record of a type that would be ignored. */
    UNKNOWN_TYPE("is of a type that the services do not know");

    private final String sentence;

    Verdict(String sentence) {
        this.sentence = sentence;
    }

    /** Why, and what to do about it. */
    String sentence() {
        return sentence;
    }

    /** As a word in a sum. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
