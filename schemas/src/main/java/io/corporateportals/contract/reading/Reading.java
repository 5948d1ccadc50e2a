package io.corporateportals.contract.reading;

import io.corporateportals.contract.LmsRecordKind;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What came of reading a record. None of these prints what the record holds, nor its key. */
public sealed interface Reading {
    /**
     * A record that keeps the contract.
     *
     * @param key whom it is about: its userId or portalId
     * @param kind what it is about
     * @param record an instance of one of the kind's types
     */
    record Understood(String key, LmsRecordKind kind, SpecificRecord record) implements Reading {
        /** The record's eventId; the same event sent again carries the same one. */
        public UUID eventId() {
            return UUID.fromString((String) record.get(LmsRecordType.EVENT_ID));
        }

        /** When it happened, in the LMS's time. */
        public Instant occurredAt() {
            return (Instant) record.get(LmsRecordType.OCCURRED_AT);
        }

        /** The LMS's version of the account; null where it gives none, and of what is no identity record. */
        public @Nullable Long revision() {
            Schema.Field revision = record.getSchema().getField("revision");
            return revision == null ? null : (Long) record.get(revision.pos());
        }

        @Override
        public String toString() {
            return "Understood[" + record.getSchema().getName() + "]";
        }
    }

    /**
     * A record of a type that this build does not know, or that its topic does not carry: ignore and count it.
     *
     * @param key whom it is about
     * @param fullName the type's full name; whoever may register schemas chose it, so it is no metric label
     */
    record UnknownType(String key, String fullName) implements Reading {
        @Override
        public String toString() {
            return "UnknownType[" + fullName + "]";
        }
    }

    /**
     * A record that breaks the contract.
     *
     * @param key whom its key names
     * @param reason why
     * @param field the field that is wrong, null where it is not one field
     * @param activity whether it is known to be an activity record; any other may be an identity record
     */
    record Unreadable(String key, Reason reason, @Nullable String field, boolean activity) implements Reading {
        @Override
        public String toString() {
            return "Unreadable[" + reason + (field == null ? "" : " " + field) + (activity ? ", activity]" : "]");
        }
    }

    /**
     * A record that does not say whom it is about: it may be anybody's opt-out, so its partition stops.
     *
     * @param reason why
     */
    record NoKey(Reason reason) implements Reading {}
}
