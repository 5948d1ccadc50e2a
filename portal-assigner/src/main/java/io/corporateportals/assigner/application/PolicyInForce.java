package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Policy;

/**
 * The policy of this instance's file.
 *
 * @param fingerprint of everything in it that can change a decision
 */
public record PolicyInForce(Policy policy, String fingerprint) {}
