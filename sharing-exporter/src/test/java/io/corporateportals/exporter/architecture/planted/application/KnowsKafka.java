package io.corporateportals.exporter.architecture.planted.application;

import org.apache.kafka.common.TopicPartition;

/** The application speaks Kafka. */
record KnowsKafka(TopicPartition partition) {}
