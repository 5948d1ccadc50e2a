package io.corporateportals.exporter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.exporter.application.CatchUp;
import io.corporateportals.exporter.application.Standing;
import io.corporateportals.exporter.model.Cursor;
import io.corporateportals.exporter.model.EventId;
import io.corporateportals.exporter.model.PortalId;
import io.corporateportals.exporter.model.Position;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTextTest {
    private static final EventId EVENT = new EventId(new UUID(1, 2));

    @Test
    void comesBackAsItWas() {
        Standing standing = new Standing(new Position(7, new Cursor(3, EVENT)), null, 12, "4711:00000001");

        assertThat(StandingText.read(StandingText.write(standing))).isEqualTo(standing);
    }

    @Test
    void comesBackWithThePortalThatReadsAgain() {
        CatchUp catchUp = new CatchUp(new PortalId("a".repeat(63)), 2, new Position(5, new Cursor(1, EVENT)));
        Standing standing = new Standing(new Position(7, Cursor.behind(3)), catchUp, 12, "4711:00000001");

        OffsetAndMetadata written = StandingText.write(standing);

        assertThat(StandingText.read(written)).isEqualTo(standing);
        assertThat(written.metadata()).hasSizeLessThan(4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unfinished", "2;1;x;0;-", "1;1;x;0", "1;one;x;0;-", "1;1;x;0;no-uuid", "1;1;x;-1;-"})
    void trustsNothingThatItHasNotWritten(String metadata) {
        assertThat(StandingText.read(new OffsetAndMetadata(5, metadata))).isNull();
    }

    @Test
    void whatIsUnfinishedIsNoStanding() {
        assertThat(StandingText.read(StandingText.unfinished())).isNull();
        assertThat(StandingText.read(null)).isNull();
    }
}
