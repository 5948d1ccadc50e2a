package io.corporateportals.exporter.application;

/** Another partition of this instance is being recovered: try again. */
final class RecoveryBusy extends RuntimeException {}
