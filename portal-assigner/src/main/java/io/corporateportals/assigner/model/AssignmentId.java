package io.corporateportals.assigner.model;

import java.util.UUID;

/** Names one assignment; random, so that it tells nothing about the learner. */
public record AssignmentId(UUID value) {}
