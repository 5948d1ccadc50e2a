package io.corporateportals.exporter.application;

import java.util.Map;

/** Which topics the assigner has read: its decisions hold for their offsets, and for no other topic's of the same name. */
public interface TopicsRead {
    /** The broker's ids of the topics by their names, as they were when they were read first; none before that. */
    Map<String, String> ids();
}
