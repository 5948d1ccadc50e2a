package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;

/**
 * How far a portal that was parked has read the log again.
 *
 * @param round which of the portal's returns this is: another one begins anew
 */
public record CatchUp(PortalId portal, int round, Position position) {}
