package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.network.PostgresProxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What it needs is away for a while: it goes on where it was, and passes nothing over. */
@ExtendWith(PartsExtension.class)
class OutageIT {
    private static final int LEARNERS = 60;

    private final Parts parts;
    private final PostgresProxy postgres;
    private RunningAssigner assigner;
    private Lms lms;

    OutageIT(Parts parts) {
        this.parts = parts;
        this.postgres = parts.network().postgres();
    }

    @BeforeEach
    void start() {
        assigner = new RunningAssigner(parts, "spring.datasource.hikari.connection-timeout=1000");
        Database through = new Database(postgres.port(), assigner.database().name());
        assigner.start("spring.datasource.url=" + through.jdbcUrl());
        lms = new Lms(parts);
        lms.emit(portalCreated("acme", "acme.example"));
        soon(() -> assertThat(count("portal")).isOne());
    }

    @AfterEach
    void stop() throws Exception {
        postgres.heal();
        lms.close();
        assigner.close();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
            admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
        }
    }

    // before any partition has an offset in the group: the client has nothing else to go by
    @Test
    void passesNothingOverThoughPartitionsChangeHandsWhilePostgreSqlIsAway() {
        postgres.refuse();
        postgres.cut();
        lms.emit(learners());
        soon(() -> assertThat(partitions()).contains("tried again since"));

        somebodyElseComesAndGoes();
        postgres.heal();

        soon(() -> assertThat(count("assignment")).isEqualTo(LEARNERS));
        soon(() -> assertThat(partitions()).isEqualTo("{}"));
    }

    @Test
    void goesOnAfterItWasNotAllowedToRead() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
            admin.createAcls(List.of(acl(AclOperation.ALL, AclPermissionType.ALLOW), reading()))
                    .all()
                    .get();
            soon(() -> assertThat(partitions()).contains("lms.user-events-11=tried again", "AUTHORIZATION"));
            lms.emit(learners());
            await().during(Duration.ofSeconds(2)).until(() -> count("assignment") == 0);
            admin.deleteAcls(List.of(reading().toFilter())).all().get();
        }

        soon(() -> assertThat(count("assignment")).isEqualTo(LEARNERS));
        soon(() -> assertThat(partitions()).isEqualTo("{}"));
    }

    /** One partition does, and others go on. */
    @Test
    void standsStillWhereTheLogDoesNotHoldWhatIsToBeDecided() {
        lms.emit(learners());
        soon(() -> assertThat(count("assignment")).isEqualTo(LEARNERS));
        assigner.stop();
        assigner.store()
                .sql("update log_progress set next_offset = 1000 where partition = 3")
                .update();
        assigner.start();

        soon(() -> assertThat(partitions()).isEqualTo("{lms.user-events-3=the log does not hold offset 1000}"));
        long before = decidedElsewhere();
        lms.emit(learners());
        soon(() -> assertThat(decidedElsewhere()).isGreaterThan(before));
    }

    private long decidedElsewhere() {
        return assigner.store()
                .sql("select sum(next_offset) from log_progress where partition <> 3")
                .query(Long.class)
                .single();
    }

    private void somebodyElseComesAndGoes() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                parts.bootstrapServers(),
                "group.id",
                "portal-assigner",
                "enable.auto.commit",
                false);
        try (Consumer<byte[], byte[]> other =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(List.of(Topics.USER_EVENTS.name()));
            soon(() -> {
                other.poll(Duration.ofMillis(100));
                assertThat(other.assignment()).isNotEmpty();
            });
        }
        soon(() -> assertThat(members()).isEqualTo(4));
    }

    private int members() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
            return (int) admin.describeConsumerGroups(List.of("portal-assigner")).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        }
    }

    private static AclBinding reading() {
        return acl(AclOperation.READ, AclPermissionType.DENY);
    }

    private static AclBinding acl(AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, Topics.USER_EVENTS.name(), PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }

    private static List<SpecificRecord> learners() {
        return IntStream.range(0, LEARNERS)
                .<SpecificRecord>mapToObj(n -> registered("learner-" + n, n + "@acme.example"))
                .toList();
    }

    private String partitions() {
        return Objects.requireNonNull(
                        assigner.bean("partitions", HealthIndicator.class).health())
                .getDetails()
                .toString();
    }

    private long count(String table) {
        return assigner.store()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion);
    }
}
