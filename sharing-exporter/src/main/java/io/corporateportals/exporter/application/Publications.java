package io.corporateportals.exporter.application;

/** The feeds, read as anybody may read them. */
public interface Publications {
    /** Everything that they hold up to this moment; feeds that are missing hold nothing. */
    Published read();
}
