package io.corporateportals.assigner.application;

/** Something that must hold before the first record is read. */
@FunctionalInterface
public interface Precondition {
    /** Throws, with what is wrong and what to do about it in one line, where it does not hold. */
    void check();
}
