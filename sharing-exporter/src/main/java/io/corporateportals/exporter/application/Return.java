package io.corporateportals.exporter.application;

/** What came of a request to bring a portal back. */
public enum Return {
    BEGUN,
    NOT_PARKED,
    /** A partition that has not parked the portal yet could still write to a feed that is made now. */
    STILL_PARKING,
    /** Nobody but a person makes a feed again. */
    FEED_MISSING,
    /** Somebody has written to the feed that was made again: what is sent to it from the beginning would be there twice. */
    FEED_NOT_EMPTY
}
