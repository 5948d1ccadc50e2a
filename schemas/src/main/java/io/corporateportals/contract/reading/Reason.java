package io.corporateportals.contract.reading;

/** Why a record cannot be read. The names appear in dead letters' headers and in metrics: they stay. */
public enum Reason {
    /** The key is null or empty. */
    KEY_MISSING,
    /** The key is not UTF-8, or contains a NUL. */
    KEY_NOT_TEXT,
    /** The key has more than 255 characters. */
    KEY_TOO_LONG,
    /** The key is not what the record itself names. */
    KEY_OF_ANOTHER,
    /** The record is not where Kafka's default partitioner puts its key. */
    WRONG_PARTITION,
    /** The value is null, which says nothing in these topics. */
    VALUE_MISSING,
    /** The value does not begin as Confluent's wire format does. */
    NOT_FRAMED,
    /** The registry does not know the schema id. */
    SCHEMA_UNKNOWN,
    /** The schema behind the id is not whole, or not Avro. */
    SCHEMA_UNUSABLE,
    /** The bytes do not fit the schema they name, or the schema does not fit the contract. */
    UNDECODABLE,
    /** A field that must say something is blank. */
    FIELD_BLANK,
    /** A text contains a NUL, which no database takes. */
    FIELD_HAS_NUL,
    /** An {@code eventId} is not a UUID. */
    NOT_A_UUID,
    /** A {@code portalId} does not match {@code [a-z0-9][a-z0-9-]{0,62}}. */
    NOT_A_PORTAL_ID,
    /** A time lies outside the years 1970 to 9999. */
    TIME_OUT_OF_RANGE
}
