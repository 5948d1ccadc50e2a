package io.corporateportals.assigner.architecture.planted.application;

import java.sql.Timestamp;

record ApplicationThatKnowsSql(Timestamp at) {}
