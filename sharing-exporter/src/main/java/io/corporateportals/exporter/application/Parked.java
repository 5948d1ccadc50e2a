package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;

/**
 * A portal that one partition serves no more.
 *
 * @param from the first position that its feed has not got
 * @param round how often it has been made to begin anew
 * @param returning whether it is to read the log again
 */
public record Parked(PortalId portal, Position from, int round, boolean returning) {}
