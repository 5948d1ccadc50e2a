package io.corporateportals.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class TopicTest {
    @Test
    void putsAKeyWhereKafkasProducerDoes() {
        for (int i = 0; i < 1000; i++) {
            byte[] key = ("ключ-" + i).getBytes(UTF_8);
            assertThat(Topics.USER_EVENTS.partitionOf(key)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
        }
    }

    @Test
    void keepsDeadLettersApartByService() {
        Topic deadLetters = Topics.USER_EVENTS.deadLetters("portal-assigner");

        assertThat(deadLetters.name()).isEqualTo("lms.user-events.portal-assigner.dlt");
        assertThat(deadLetters.partitions()).isEqualTo(Topics.USER_EVENTS.partitions());
        assertThat(deadLetters.settings()).containsEntry("retention.ms", "604800000");
    }

    @Test
    void hasAPartition() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topic("any", 0, Map.of()));
    }
}
