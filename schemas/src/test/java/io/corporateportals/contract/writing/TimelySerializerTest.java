package io.corporateportals.contract.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corporateportals.contract.reading.RegistryUnavailable;
import io.corporateportals.feed.FeedHeartbeat;
import io.corporateportals.lms.UserLoggedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class TimelySerializerTest {
    private static final UserLoggedIn LOGIN = new UserLoggedIn("id", "u", Instant.EPOCH);
    private static final FeedHeartbeat HEARTBEAT = new FeedHeartbeat("acme", Instant.EPOCH);

    private final List<AskingTheRegistry> opened = new ArrayList<>();
    private boolean silent;

    /** As the registry's: waits for as long as the registry is silent, and says whose bytes these are. */
    private final class AskingTheRegistry implements Serializer<SpecificRecord> {
        private final byte number = (byte) opened.size();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public byte[] serialize(String topic, SpecificRecord record) {
            try {
                if (silent) closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[] {number};
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private final TimelySerializer serializer = new TimelySerializer(
            () -> {
                AskingTheRegistry asking = new AskingTheRegistry();
                opened.add(asking);
                return asking;
            },
            Duration.ofMillis(200));

    @Test
    void aRegistryThatIsSilentIsNotWaitedForAndAskedAgainOnAnotherConnection() throws Exception {
        silent = true;
        assertThatThrownBy(() -> serializer.serialize("topic", LOGIN))
                .isInstanceOf(RegistryUnavailable.class)
                .hasMessage("io.corporateportals.lms.UserLoggedIn: registry did not answer in time");
        opened.get(0).closed.await();

        silent = false;
        assertThat(serializer.serialize("topic", LOGIN)).containsExactly(1);
    }

    @Test
    void whoHasASchemasIdIsAskedForItFromThenOn() {
        assertThat(serializer.serialize("topic", LOGIN)).containsExactly(0);
        silent = true;
        assertThatThrownBy(() -> serializer.serialize("topic", HEARTBEAT)).isInstanceOf(RegistryUnavailable.class);

        silent = false;
        assertThat(serializer.serialize("topic", HEARTBEAT)).containsExactly(1);
        assertThat(serializer.serialize("topic", LOGIN)).containsExactly(0);
        assertThat(opened.get(0).closed.getCount()).isEqualTo(1);
    }
}
