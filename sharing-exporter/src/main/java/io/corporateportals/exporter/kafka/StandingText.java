package io.corporateportals.exporter.kafka;

import io.corporateportals.exporter.application.CatchUp;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A standing as a committed offset and its metadata:
 * {@code 1;batch;incarnation;sequence;retractedUpTo}, and of a portal that comes back
 * {@code ;portal;round;offset;sequence;retractedUpTo}.
 */
final class StandingText {
    private static final String FORM = "1";
    private static final String NONE = "-";
    private static final int SHORT = 5;
    private static final int LONG = 10;

    private StandingText() {}

    static OffsetAndMetadata write(Standing standing) {
        StringBuilder text = new StringBuilder(FORM)
                .append(';')
                .append(standing.batch())
                .append(';')
                .append(standing.incarnation());
        append(text, standing.main().cursor());
        CatchUp catchUp = standing.catchUp();
        if (catchUp != null) {
            text.append(';').append(catchUp.portal()).append(';').append(catchUp.round());
            text.append(';').append(catchUp.position().offset());
            append(text, catchUp.position().cursor());
        }
        return new OffsetAndMetadata(standing.main().offset(), text.toString());
    }

    /** Not a standing: whoever reads this knows that something was left unfinished. */
    static OffsetAndMetadata unfinished() {
        return new OffsetAndMetadata(0, "unfinished");
    }

    /** Null for anything that this class has not written. */
    static @Nullable Standing read(@Nullable OffsetAndMetadata committed) {
        if (committed == null) return null;
        List<String> parts = List.of(committed.metadata().split(";", -1));
        if (!parts.get(0).equals(FORM) || (parts.size() != SHORT && parts.size() != LONG)) return null;
        try {
            Position main = new Position(committed.offset(), cursor(parts.subList(3, 5)));
            CatchUp catchUp = parts.size() == LONG ? catchUp(parts.subList(SHORT, LONG)) : null;
            return new Standing(main, catchUp, Long.parseLong(parts.get(1)), parts.get(2));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void append(StringBuilder text, Cursor cursor) {
        EventId upTo = cursor.retractedUpTo();
        text.append(';').append(cursor.sequence()).append(';').append(upTo == null ? NONE : upTo.toString());
    }

    private static CatchUp catchUp(List<String> parts) {
        Position position = new Position(Long.parseLong(parts.get(2)), cursor(parts.subList(3, 5)));
        return new CatchUp(new PortalId(parts.get(0)), Integer.parseInt(parts.get(1)), position);
    }

    private static Cursor cursor(List<String> parts) {
        String upTo = parts.get(1);
        return new Cursor(Long.parseLong(parts.get(0)), upTo.equals(NONE) ? null : new EventId(UUID.fromString(upTo)));
    }
}
