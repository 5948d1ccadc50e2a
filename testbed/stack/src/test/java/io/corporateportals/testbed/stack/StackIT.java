package io.corporateportals.testbed.stack;

import static io.corporateportals.testbed.stack.RunningStack.assertThatNothingIsLeftOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.contract.Topics;
import io.corporateportals.lms.PortalCreated;
import io.corporateportals.lms.UserRegistered;
import io.corporateportals.testbed.parts.process.Signal;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StackIT {
    @Test
    void anyClientCanEmitEventsAndReadWhatIsDecidedUntilTheStackIsEnded() throws Exception {
        try (RunningStack stack = RunningStack.start()) {
            Map<String, String> ready = stack.awaitReady();
            assertThat(ready).containsOnlyKeys("bootstrap", "registry", "jdbc", "assigner", "exporter");
            try (var connection = DriverManager.getConnection(ready.get("jdbc"))) {
                assertThat(connection.getCatalog()).isEqualTo("portals");
            }

            GenericRecord started = assignmentOfALearnerOfANewPortal(ready);
            assertThat(started.getSchema().getName()).isEqualTo("AssignmentStarted");
            assertThat(started.get("portalId")).hasToString("acme");
            assertThat(started.get("userId")).hasToString("u1");

            List<Long> processes = stack.processes();
            stack.send(Signal.TERM);
            assertThat(stack.awaitExit()).isEqualTo(128 + 15);
            assertThat(stack.restOfOutput()).isEmpty();
            assertThatNothingIsLeftOf(processes);
        }
    }

    @Test
    void nothingIsLeftWhenTheStackIsKilled() throws Exception {
        try (RunningStack stack = RunningStack.start()) {
            stack.awaitReady();
            List<Long> processes = stack.processes();
            stack.send(Signal.KILL);
            assertThatNothingIsLeftOf(processes);
        }
    }

    @Test
    void nothingIsLeftWhenWhoStartedTheStackIsKilled() throws Exception {
        try (RunningStack stack = RunningStack.startedByAShell()) {
            stack.awaitReady();
            List<Long> processes = stack.processes();
            stack.send(Signal.KILL);
            assertThatNothingIsLeftOf(processes);
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStackAtOnce() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                RunningStack stack = RunningStack.start("--registry-port", Integer.toString(taken.getLocalPort()))) {
            List<Long> processes = stack.processes();
            assertThat(stack.awaitExit()).isOne();
            assertThat(stack.restOfOutput()).isEmpty();
            assertThatNothingIsLeftOf(processes);
        }
    }

    private static GenericRecord assignmentOfALearnerOfANewPortal(Map<String, String> ready) throws Exception {
        ConfluentFormat format = new ConfluentFormat(ready.getOrDefault("registry", ""));
        String bootstrap = ready.getOrDefault("bootstrap", "");
        Instant now = Instant.ofEpochMilli(1_700_000_000_000L);
        PortalCreated portal = PortalCreated.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setPortalId("acme")
                .setOccurredAt(now)
                .setCompanyName("Acme")
                .setHost("acme.university.example")
                .setEmailDomains(List.of("acme.example"))
                .setCountry("DE")
                .build();
        UserRegistered learner = UserRegistered.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setUserId("u1")
                .setOccurredAt(now)
                .setName("Ada")
                .setEmail("ada@acme.example")
                .build();
        send(bootstrap, Topics.PORTAL_EVENTS.name(), "acme", format.encode(portal));
        send(bootstrap, Topics.USER_EVENTS.name(), "u1", format.encode(learner));
        return format.decode(firstOf(bootstrap, Topics.ASSIGNMENTS.name()));
    }

    private static void send(String bootstrap, String topic, String key, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static byte[] firstOf(String bootstrap, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (true) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                for (ConsumerRecord<String, byte[]> found : records) return found.value();
            }
        }
    }
}
