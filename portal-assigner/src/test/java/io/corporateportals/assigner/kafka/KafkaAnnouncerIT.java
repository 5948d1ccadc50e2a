package io.corporateportals.assigner.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.assigner.application.Outbox.Forgotten;
import io.corporateportals.assigner.model.UserId;
import io.corporateportals.contract.SerdeSettings;
import io.corporateportals.contract.writing.TimelySerializer;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

@ExtendWith(PartsExtension.class)
class KafkaAnnouncerIT {
    private static final Forgotten SOMEBODY = new Forgotten(0, new UserId("somebody"));

    @Test
    void letsNobodyAnnounceWhomAnotherOneHasShutOut(Parts parts) {
        KafkaAnnouncer first = announcer(parts);
        KafkaAnnouncer second = announcer(parts);
        first.open();
        second.open();

        assertThatThrownBy(() -> first.announce(List.of(), List.of(SOMEBODY), List.of()))
                .isInstanceOf(KafkaException.class);
        assertThatCode(() -> second.announce(List.of(), List.of(SOMEBODY), List.of()))
                .doesNotThrowAnyException();
        first.close();
        second.close();
    }

    private static KafkaAnnouncer announcer(Parts parts) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(parts.bootstrapServers()));
        return new KafkaAnnouncer(
                kafka, new TimelySerializer(SerdeSettings.SERIALIZER, SerdeSettings.forRegistry(parts.registryUrl())));
    }
}
