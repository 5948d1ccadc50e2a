package io.corporateportals.testbed.chaos.fault;

import java.time.Duration;

/** Something that goes wrong for a while. */
public interface Fault {
    /** Its kind, as reports name it. */
    String kind();

    /** What it needs to be whole while it happens. */
    Needs needs();

    /** In the order in which faults that happen together are healed. */
    enum Needs {
        NOTHING,
        /** To be healed: an instance gets ready only when what it runs on is there. */
        SURROUNDINGS,
        /** All the time. */
        EVERYTHING;

        /** Whether two can happen together. */
        public boolean goWith(Needs other) {
            return this != EVERYTHING && other != EVERYTHING;
        }
    }

    /** How long it lasts. */
    Duration lasts();

    /** Makes it so. */
    void inject();

    /** Makes it good again; it may take until everything that was broken has been started again. */
    void heal();

    /** Whether anything came of it, once it is healed. */
    default boolean struck() {
        return true;
    }
}
