package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Limits;
import java.time.Duration;

/**
 * How much at once, and how often.
 *
 * @param lookEvery an idle partition looks this often
 * @param retryAfter how long to wait after a fault
 * @param parkAfter how long a feed may be unwritable before its portal is parked
 */
public record Pace(Limits limits, Duration lookEvery, Duration retryAfter, Duration parkAfter) {}
