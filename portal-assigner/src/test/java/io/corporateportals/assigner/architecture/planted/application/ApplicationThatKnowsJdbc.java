package io.corporateportals.assigner.architecture.planted.application;

import io.corporateportals.assigner.architecture.planted.jdbc.JdbcThatKnowsKafka;

record ApplicationThatKnowsJdbc(JdbcThatKnowsKafka rows) {}
