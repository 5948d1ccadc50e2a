package io.corporateportals.exporter.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.contract.start.StartRefused;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.junit.jupiter.api.Test;

class AskedOfBrokerTest {
    @Test
    void whereThereIsNoAnswerOneLineSaysWhatToDo() {
        AskedOfBroker asked = new AskedOfBroker(() -> {
            throw new ClusterAuthorizationException("no");
        });

        assertThatThrownBy(asked::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "the broker gives no answer (ClusterAuthorizationException): see whether it runs");
    }

    @Test
    void aRefusalStaysWhatItIs() {
        StartRefused refusal = new StartRefused("another line");
        AskedOfBroker asked = new AskedOfBroker(() -> {
            throw refusal;
        });

        assertThatThrownBy(asked::check).isSameAs(refusal);
    }
}
