package io.corporateportals.assigner.kafka;

import io.corporateportals.assigner.address.Addresses;
import io.corporateportals.assigner.address.Hosts;
import io.corporateportals.assigner.model.EventId;
import io.corporateportals.assigner.model.IdentityEvent;
import io.corporateportals.assigner.model.IdentityEvent.Head;
import io.corporateportals.assigner.model.LogEntry;
import io.corporateportals.assigner.model.LogEntry.Home;
import io.corporateportals.assigner.model.Rejection;
import io.corporateportals.assigner.model.UserId;
import io.corporateportals.contract.LmsRecordKind;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.Reading.Unreadable;
import io.corporateportals.lms.AccountTerminated;
import io.corporateportals.lms.EmailChanged;
import io.corporateportals.lms.EmailVerified;
import io.corporateportals.lms.ProfileUpdated;
import io.corporateportals.lms.SharingObjectionChanged;
import io.corporateportals.lms.UserRegistered;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a record of {@code lms.user-events} is to the assigner. */
final class LearnerRecords {
    // what PostgreSQL and the contract hold; a record's own time is the producer's and can be anything
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private LearnerRecords() {}

    static LogEntry entry(ConsumerRecord<byte[], byte[]> record, Reading reading) {
        if (reading instanceof Understood understood)
            return understood.kind() == LmsRecordKind.IDENTITY
                    ? new LogEntry.OfIdentity(record.offset(), SaidAt.of(record), identity(understood))
                    : new LogEntry.OfActivity(record.offset());
        if (reading instanceof Unreadable unreadable)
            return new LogEntry.Unreadable(
                    record.offset(),
                    new Rejection(unreadable.reason().name(), unreadable.field()),
                    home(record, unreadable));
        return new LogEntry.OfUnknownType(record.offset());
    }

    private static @Nullable Home home(ConsumerRecord<byte[], byte[]> record, Unreadable unreadable) {
        if (unreadable.activity() || !UserId.isOne(unreadable.key())) return null;
        return new Home(
                new UserId(unreadable.key()),
                Topics.USER_EVENTS.partitionOf(record.key()),
                SaidAt.of(record),
                time(record.timestamp()));
    }

    private static Instant time(long millis) {
        Instant time = Instant.ofEpochMilli(Math.max(0, millis));
        return time.isAfter(LAST_TIME) ? LAST_TIME : time;
    }

    private static IdentityEvent identity(Understood understood) {
        SpecificRecord record = understood.record();
        Head head = new Head(
                new EventId(understood.eventId()),
                new UserId(understood.key()),
                understood.occurredAt(),
                understood.revision());
        if (record instanceof UserRegistered registered)
            return new IdentityEvent.Registered(
                    head,
                    registered.getName(),
                    Addresses.read(registered.getEmail()),
                    registered.getEmailVerified(),
                    registered.getRegistrationUrl() == null ? null : Hosts.ofUrl(registered.getRegistrationUrl()));
        if (record instanceof EmailChanged changed)
            return new IdentityEvent.EmailChanged(head, Addresses.read(changed.getEmail()), changed.getEmailVerified());
        if (record instanceof EmailVerified verified)
            return new IdentityEvent.EmailVerified(head, Addresses.read(verified.getEmail()));
        if (record instanceof ProfileUpdated updated) return new IdentityEvent.ProfileUpdated(head, updated.getName());
        if (record instanceof SharingObjectionChanged changed)
            return new IdentityEvent.ObjectionChanged(head, changed.getObjects());
        if (record instanceof AccountTerminated) return new IdentityEvent.AccountTerminated(head);
        return new IdentityEvent.Other(head);
    }
}
