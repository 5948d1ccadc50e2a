package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.UserId;
import org.jspecify.annotations.Nullable;

/** Assignments that are open here and over for their employer: a restored PostgreSQL has forgotten that they ended. */
public interface ForgottenEnds {
    /** An assignment whose SharingEnded the employer has seen. */
    record ForgottenEnd(int partition, UserId user, AssignmentId assignment) {}

    /** One of those of which everything has been decided again that was decided before the restore; null: there is none. */
    @Nullable
    ForgottenEnd next();
}
