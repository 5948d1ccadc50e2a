package io.corporateportals.assigner.architecture.planted.application;

import io.corporateportals.assigner.architecture.planted.address.AddressThatKnowsPolicy;

record ApplicationThatKnowsAddress(AddressThatKnowsPolicy address) {}
