package io.corporateportals.exporter.architecture.planted.web;

import io.corporateportals.exporter.architecture.planted.kafka.Known;

/** One adapter uses another. */
public record KnowsKafka(Known other) {}
