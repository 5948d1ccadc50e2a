package io.corporateportals.contract.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
    private static final LogPosition FIRST = new LogPosition("lms.user-events", 5, 17);

    @Test
    void saysWhereTheRecordStoodAndWhy() {
        DeadLetter letter = setAside(record("lms.user-events", 5, 17));

        assertThat(letter.first()).isEqualTo(FIRST);
        assertThat(letter.reason()).isEqualTo("FIELD_BLANK");
        assertThat(letter.field()).isEqualTo("email");
    }

    @Test
    void keepsTheFirstPositionHoweverOftenTheRecordIsReplayed() {
        ConsumerRecord<byte[], byte[]> replayed = record("lms.user-events", 5, 400);
        Replayed.mark(replayed.headers(), FIRST);

        assertThat(setAside(replayed).first()).isEqualTo(FIRST);
    }

    @Test
    void isNoneOfOursWithoutTheHeaders() {
        assertThat(DeadLetter.read(record("any", 0, 0))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-3", "x", "99999999999999999999", "1 "})
    void aReplayHeaderThatIsNoPositionSaysNothing(String offset) {
        ConsumerRecord<byte[], byte[]> record = record("lms.user-events", 5, 400);
        record.headers().add("replay.partition", "5".getBytes(StandardCharsets.UTF_8));
        record.headers().add("replay.offset", offset.getBytes(StandardCharsets.UTF_8));

        assertThat(Replayed.from(record)).isNull();
    }

    @Test
    void readsThePositionItWrites() {
        assertThat(LogPosition.parse(FIRST.toString())).isEqualTo(FIRST);
        assertThatThrownBy(() -> LogPosition.parse("lms.user-events@17")).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeadLetter setAside(ConsumerRecord<byte[], byte[]> record) {
        ConsumerRecord<byte[], byte[]> letter = record("lms.user-events.portal-assigner.dlt", 5, 0);
        Headers headers = letter.headers();
        DeadLetter.write(headers, record, "FIELD_BLANK", "email");
        return Objects.requireNonNull(DeadLetter.read(letter));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, int partition, long offset) {
        return new ConsumerRecord<>(topic, partition, offset, new byte[0], new byte[0]);
    }
}
