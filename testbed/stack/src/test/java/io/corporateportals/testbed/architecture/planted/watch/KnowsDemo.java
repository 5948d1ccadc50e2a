package io.corporateportals.testbed.architecture.planted.watch;

import io.corporateportals.testbed.architecture.planted.demo.Known;

/** Must not know it. */
record KnowsDemo(Known known) {}
