package io.corporateportals.exporter.architecture.planted.kafka;

import io.corporateportals.exporter.architecture.planted.jdbc.KnowsWeb;

/** One adapter uses another. */
record KnowsJdbc(KnowsWeb other) {}
