package io.corporateportals.assigner.system;

import static io.corporateportals.assigner.system.Events.portalCreated;
import static io.corporateportals.assigner.system.Events.registered;
import static io.corporateportals.assigner.system.Events.renamed;
import static io.corporateportals.assigner.system.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsExtension;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.network.PostgresProxy;
import io.corporateportals.testbed.parts.network.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What it needs is away for a while: it goes on where it was, and passes nothing over. */
@ExtendWith(PartsExtension.class)
class OutageIT {
    private static final int LEARNERS = 60;
    private static final int HALF = Topics.LEARNER_PARTITIONS / 2;

    private final Parts parts;
    private final PostgresProxy postgres;
    private final Proxy registry;
    private RunningAssigner assigner;
    private Lms lms;

    OutageIT(Parts parts) {
        this.parts = parts;
        this.postgres = parts.network().postgres();
        this.registry = parts.network().registry();
    }

    @BeforeEach
    void start() {
        assigner = new RunningAssigner(
                parts,
                "spring.datasource.hikari.connection-timeout=1000",
                "assigner.registry-url=http://" + registry.address()
                        + URI.create(parts.registryUrl()).getPath());
        Database through = new Database(postgres.port(), assigner.database().name());
        assigner.start("spring.datasource.url=" + through.jdbcUrl());
        lms = new Lms(parts);
        lms.emit(portalCreated("acme", "acme.example"));
        soon(() -> assertThat(assigner.number("select count(*) from portal")).isOne());
    }

    @AfterEach
    void stop() throws Exception {
        postgres.cut();
        postgres.heal();
        registry.heal();
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
        soon(() -> assertThat(assigner.partitions()).contains("tried again since"));

        somebodyElseComesAndGoes();
        postgres.heal();

        soon(() -> assertThat(assignments()).isEqualTo(LEARNERS));
        soon(() -> assertThat(assigner.partitions()).isEqualTo("{}"));
    }

    @Test
    void onePartitionThatCannotGoOnHoldsUpNoOther() {
        lms.emit(learners());
        soon(() -> assertThat(assignments()).isEqualTo(LEARNERS));
        registry.cut();
        registry.refuse();
        // of a type that was not read yet, in the first half of the partitions
        List<SpecificRecord> unknown = names(0).filter(name -> partition(name) < HALF)
                .<SpecificRecord>map(name -> renamed(name, "Another Name"))
                .toList();
        lms.emit(unknown);
        soon(() -> assertThat(assigner.partitions()).contains("tried again since"));
        long inTheOtherHalf =
                names(LEARNERS).filter(name -> partition(name) >= HALF).count();
        long before = assignments();

        lms.emit(learners(LEARNERS));

        soon(() -> assertThat(assignments()).isEqualTo(before + inTheOtherHalf));
        registry.heal();
        soon(() -> assertThat(assignments()).isEqualTo(2 * LEARNERS));
    }

    @Test
    void goesOnAfterItWasNotAllowedToRead() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
            admin.createAcls(List.of(acl(AclOperation.ALL, AclPermissionType.ALLOW), reading()))
                    .all()
                    .get();
            soon(() -> assertThat(assigner.partitions()).contains("lms.user-events-11=tried again", "AUTHORIZATION"));
            lms.emit(learners());
            await().during(Duration.ofSeconds(2)).until(() -> assignments() == 0);
            admin.deleteAcls(List.of(reading().toFilter())).all().get();
        }

        soon(() -> assertThat(assignments()).isEqualTo(LEARNERS));
        soon(() -> assertThat(assigner.partitions()).isEqualTo("{}"));
    }

    /** One partition does, and others go on; it does so too once its position is right, and it is given to an instance anew. */
    @Test
    void standsStillWhereTheLogDoesNotHoldWhatIsToBeDecided() {
        lms.emit(learners());
        soon(() -> assertThat(assignments()).isEqualTo(LEARNERS));
        assigner.stop();
        long right = moved(3, 1000);
        assigner.start();

        soon(() ->
                assertThat(assigner.partitions()).isEqualTo("{lms.user-events-3=the log does not hold offset 1000}"));
        long before = decidedElsewhere();
        lms.emit(learners());
        soon(() -> assertThat(decidedElsewhere()).isGreaterThan(before));

        moved(3, right);
        somebodyElseComesAndGoes();

        soon(() -> assertThat(assigner.partitions()).isEqualTo("{}"));
        soon(() -> assertThat(position(3)).isEqualTo(2 * right));
    }

    /** Returns where it was before. */
    private long moved(int partition, long nextOffset) {
        long before = position(partition);
        assigner.store()
                .sql("update log_progress set next_offset = :nextOffset where partition = :partition")
                .param("nextOffset", nextOffset)
                .param("partition", partition)
                .update();
        return before;
    }

    private long position(int partition) {
        return assigner.number("select next_offset from log_progress where partition = " + partition);
    }

    private long decidedElsewhere() {
        return assigner.number("select sum(next_offset) from log_progress where partition <> 3");
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
        return learners(0);
    }

    private static List<SpecificRecord> learners(int from) {
        return names(from)
                .<SpecificRecord>map(name -> registered(name, name + "@acme.example"))
                .toList();
    }

    private static Stream<String> names(int from) {
        return IntStream.range(from, from + LEARNERS).mapToObj(n -> "learner-" + n);
    }

    private static int partition(String name) {
        return Topics.USER_EVENTS.partitionOf(name.getBytes(StandardCharsets.UTF_8));
    }

    private long assignments() {
        return assigner.number("select count(*) from assignment");
    }
}
