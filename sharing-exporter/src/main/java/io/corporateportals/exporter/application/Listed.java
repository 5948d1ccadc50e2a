package io.corporateportals.exporter.application;

import io.corporateportals.exporter.model.Plan;

/** A plan whose disclosures the ledger holds: now, and not before, it may be published. */
public record Listed(Plan plan, Ownership owner) {}
