package io.corporateportals.operations.deadletters;

import org.jspecify.annotations.Nullable;

/**
 * How far the assigner has heard a learner.
 *
 * @param terminated whether the account is gone
 * @param revision the last one that was applied
 * @param identity the offset, in the learner's own partition, of the last identity record that was applied
 */
record Heard(boolean terminated, @Nullable Long revision, long identity) {}
