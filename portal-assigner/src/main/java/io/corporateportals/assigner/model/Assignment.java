package io.corporateportals.assigner.model;

/** One unbroken interval in which a learner belongs to a portal on the same terms. */
public record Assignment(AssignmentId id, UserId user, Terms terms) {}
