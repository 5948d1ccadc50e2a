package io.corporateportals.exporter.application;

/** Something that must hold before anything is published. */
@FunctionalInterface
public interface Precondition {
    /** Throws, with what is wrong and what to do about it in one line, where it does not hold. */
    void check();
}
