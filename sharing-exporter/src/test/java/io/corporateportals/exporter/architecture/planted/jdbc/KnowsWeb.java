package io.corporateportals.exporter.architecture.planted.jdbc;

import io.corporateportals.exporter.architecture.planted.web.KnowsKafka;

/** One adapter uses another. */
public record KnowsWeb(KnowsKafka other) {}
