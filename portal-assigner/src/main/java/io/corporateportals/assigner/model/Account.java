package io.corporateportals.assigner.model;

/** What is known under a {@link UserId}: a learner, or that there was one. */
public sealed interface Account permits Learner, Account.Terminated {
    /** The LMS's id. */
    UserId id();

    /** An account that is gone. Its id is all that is remembered, so that nothing that comes late revives it. */
    record Terminated(UserId id) implements Account {}
}
