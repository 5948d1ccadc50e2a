package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Outgoing;
import java.util.List;

/**
 * What recovery made of the feeds.
 *
 * @param orphans takes back what no decision covers
 * @param forgottenEnds how many open assignments a partner has seen end: they get nothing more
 */
public record Recovered(Ownership owner, List<Outgoing> orphans, int forgottenEnds) {}
