package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.LearnerRef;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What stands on the feeds, whatever the ledger knows of it. */
public interface Publications {
    /**
     * Reads all feeds from beginning to end, and keeps of them what concerns the reader.
     *
     * @param concerned of some learners that were just read, those that matter
     */
    Published read(UnaryOperator<Set<LearnerRef>> concerned);
}
