package io.corporateportals.operations.deadletters;

import io.corporateportals.contract.Topics;
import io.corporateportals.contract.deadletter.LogPosition;
import io.corporateportals.contract.deadletter.Replayed;
import io.corporateportals.contract.reading.Reading.Understood;
import io.corporateportals.contract.reading.RecordReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where each portal's last readable record stood first. Their topic is kept for ever, and each record is the portal's
 * whole state.
 */
final class PortalsSaid {
    private final WholeTopic topics;
    private final RecordReader reader;

    PortalsSaid(WholeTopic topics, RecordReader reader) {
        this.topics = topics;
        this.reader = reader;
    }

    /** The offsets, by the portals' ids. */
    Map<String, Long> last() {
        Map<String, Long> last = new HashMap<>();
        topics.read(Topics.PORTAL_EVENTS.name(), record -> {
            if (reader.read(record) instanceof Understood understood) {
                LogPosition first = Objects.requireNonNullElse(
                        Replayed.from(record), new LogPosition(record.topic(), 0, record.offset()));
                last.merge(understood.key(), first.offset(), Math::max);
            }
        });
        return last;
    }
}
