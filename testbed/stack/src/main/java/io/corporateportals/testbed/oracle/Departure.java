package io.corporateportals.testbed.oracle;

/**
 * A learner left a shared assignment.
 *
 * @param loggedAt when the record that says so was sent, in milliseconds
 */
public record Departure(String portalId, String learnerRef, long loggedAt) {}
