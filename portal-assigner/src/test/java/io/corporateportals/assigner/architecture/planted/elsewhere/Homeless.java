package io.corporateportals.assigner.architecture.planted.elsewhere;

record Homeless() {}
