package io.corporateportals.testbed.architecture.planted.stack;

import io.corporateportals.testbed.architecture.planted.demo.Known;

/** Must not know it. */
record KnowsDemo(Known known) {}
