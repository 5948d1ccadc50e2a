package io.corporateportals.testbed.architecture.planted.oracle;

import io.corporateportals.testbed.architecture.planted.demo.Known;

/** Must not know it. */
record KnowsDemo(Known known) {}
