package io.corporateportals.assigner.application;

import java.util.Map;

/** Which topics the store has read: an offset of one is another record in another topic of the same name. */
public interface TopicsRead {
    /**
     * Notes those that were never read before.
     *
     * @param ids the broker's ids of the topics by their names, as they are now
     * @return their ids as they were when they were read first
     */
    Map<String, String> note(Map<String, String> ids);
}
