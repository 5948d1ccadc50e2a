package io.corporateportals.operations.recovery;

/**
 * A partition that stands still and asks.
 *
 * @param reason what does not fit together, by the exporter's name for it
 * @param onFeeds assignments on the feeds: the partition's, and those that nobody has decided
 * @param undecided those of them that PostgreSQL does not know: they are taken back
 */
record Request(int partition, String reason, int onFeeds, int undecided) {}
