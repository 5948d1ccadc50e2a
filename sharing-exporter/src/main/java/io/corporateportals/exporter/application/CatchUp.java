package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;

/**
 * How far a portal that was parked has read the log again.
 *
 * @param round which parking it comes back from: from another it begins anew
 */
public record CatchUp(PortalId portal, int round, Position position) {}
