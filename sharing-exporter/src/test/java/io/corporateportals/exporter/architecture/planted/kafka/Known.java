package io.corporateportals.exporter.architecture.planted.kafka;

/** What another adapter uses. */
public record Known() {}
