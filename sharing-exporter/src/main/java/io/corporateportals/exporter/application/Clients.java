package io.corporateportals.exporter.application;

/** Opens what one loop needs for itself. */
public interface Clients {
    /** A reader of the partition. */
    Log log(int partition);

    /** A writer on behalf of the partition. */
    Feeds feeds(int partition);
}
