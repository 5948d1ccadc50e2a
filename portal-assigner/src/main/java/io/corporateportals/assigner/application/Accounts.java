package io.corporateportals.assigner.application;

import io.corporateportals.assigner.model.Account;
import io.corporateportals.assigner.model.Deciding.AppliedEvent;
import io.corporateportals.assigner.model.UserId;
import java.util.Collection;
import java.util.List;

/** Learners, living and terminated, and which identity events were applied to them. */
public interface Accounts {
    /** Those of the accounts that exist. */
    List<Account> find(Collection<UserId> users);

    /** Those of the events that were applied before. */
    List<AppliedEvent> appliedAmong(Collection<AppliedEvent> events);

    /** Stores new and changed accounts of a partition; of a terminated one nothing but the id stays. */
    void store(int partition, Collection<Account> accounts);

    /** Remembers events as applied, but not those of terminated accounts. */
    void remember(Collection<AppliedEvent> events);
}
