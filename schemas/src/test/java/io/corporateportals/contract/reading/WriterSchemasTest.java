package io.corporateportals.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.reading.WriterSchema.Foreign;
import io.corporateportals.contract.reading.WriterSchema.Unknown;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {
    private final Queue<WriterSchema> answers = new ArrayDeque<>(List.of(new Unknown(), new Foreign("a.B")));
    private final AtomicLong now = new AtomicLong();
    private final WriterSchemas schemas = new WriterSchemas(id -> answers.remove(), now::get);

    @Test
    void asksAgainForAnUnknownIdAfterAWhile() {
        assertThat(schemas.of(7)).isEqualTo(new Unknown());
        now.addAndGet(WriterSchemas.UNKNOWN_FOR.toNanos() - 1);
        assertThat(schemas.of(7)).isEqualTo(new Unknown());

        now.addAndGet(1);

        assertThat(schemas.of(7)).isEqualTo(new Foreign("a.B"));
    }

    @Test
    void asksAgainForAnIdThatWasUnknownBefore() {
        now.set(5);
        assertThat(schemas.of(7)).isEqualTo(new Unknown());
        now.set(6);
        assertThat(schemas.of(7, 4)).isEqualTo(new Unknown());

        assertThat(schemas.of(7, 5)).isEqualTo(new Foreign("a.B"));
    }

    @Test
    void neverAsksAgainForAKnownId() {
        answers.remove();
        schemas.of(7);
        now.addAndGet(Long.MAX_VALUE);

        assertThat(schemas.of(7)).isEqualTo(new Foreign("a.B"));
    }
}
