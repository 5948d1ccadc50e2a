package io.corporateportals.exporter.application;

/** What the log's next records say cannot be told now: the schemas that they were written with are out of reach. */
public final class LogUnread extends RuntimeException {
    public LogUnread(Throwable cause) {
        super(cause);
    }
}
