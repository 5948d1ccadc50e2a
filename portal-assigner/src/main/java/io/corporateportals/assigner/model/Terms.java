package io.corporateportals.assigner.model;

/**
 * What an assignment is about. Where one of the three is another one, the assignment ends and another starts.
 *
 * @param portal the portal that the learner belongs to
 * @param basis why
 * @param shared whether anything may go to the employer; an assignment is shared wholly or not at all
 */
public record Terms(PortalId portal, Basis basis, boolean shared) {}
