package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.Topic;
import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.DeadLetter;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.reading.Reading;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.RecordReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The dead letters of the portal-assigner: the only service that has any. */
final class LetterBox {
    private static final String SERVICE = "portal-assigner";

    private final WholeTopic topics;
    private final RecordReader reader;

    LetterBox(WholeTopic topics, RecordReader reader) {
        this.topics = topics;
        this.reader = reader;
    }

    /** One letter for each place where a record stood first, in that order: the last, if it was set aside repeatedly. */
    List<Letter> letters() {
        Map<LogPosition, Letter> letters = new TreeMap<>();
        for (Topic input : List.of(Topics.USER_EVENTS, Topics.PORTAL_EVENTS))
            topics.read(input.deadLetters(SERVICE).name(), record -> {
                DeadLetter why = DeadLetter.read(record);
                if (why != null) letters.put(why.first(), letter(input, why, record));
            });
        return new ArrayList<>(letters.values());
    }

    private Letter letter(Topic input, DeadLetter why, ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        int home = key == null ? 0 : input.partitionOf(key);
        Reading reading =
                reader.read(new ConsumerRecord<>(input.name(), home, why.first().offset(), key, record.value()));
        return new Letter(
                why,
                Instant.ofEpochMilli(record.timestamp()),
                reading,
                key,
                reading instanceof Understood ? record.value() : null);
    }
}
