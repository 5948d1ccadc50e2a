package io.corporateportals.testbed.architecture.planted.demo;

/** Knows nobody. */
public final class Known {}
