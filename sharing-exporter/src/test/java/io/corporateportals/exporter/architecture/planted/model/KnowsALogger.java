package io.corporateportals.exporter.architecture.planted.model;

import org.slf4j.Logger;

/** The model logs. */
record KnowsALogger(Logger log) {}
