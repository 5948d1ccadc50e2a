package io.corporateportals.testbed.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.corporateportals.contract.Schemas;
import io.corporateportals.contract.Topic;
import io.corporateportals.testbed.parts.broker.ContractTopics;
import io.corporateportals.testbed.parts.database.Database;
import java.io.InputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PartsExtension.class)
class PartsIT {
    private final Parts parts;

    PartsIT(Parts parts) {
        this.parts = parts;
    }

    @Test
    void everyTestOfARunHasTheSameParts() {
        assertThat(PartsExtension.parts()).isSameAs(parts);
    }

    @Test
    void everyTopicOfTheContractHasItsPartitionsAndSettings() throws Exception {
        try (Admin admin = parts.broker().admin()) {
            for (Topic topic : ContractTopics.all()) {
                var descriptions = admin.describeTopics(List.of(topic.name()))
                        .allTopicNames()
                        .get();
                assertThat(descriptions.values())
                        .singleElement()
                        .satisfies(description ->
                                assertThat(description.partitions()).hasSize(topic.partitions()));
                assertThat(settings(admin, topic)).containsAllEntriesOf(topic.settings());
            }
        }
    }

    @Test
    void everySchemaOfTheContractIsASubjectInItsFirstVersion() throws Exception {
        List<String> subjects = new ArrayList<>();
        get("/subjects").forEach(subject -> subjects.add(subject.asText()));
        assertThat(subjects)
                .containsAll(Schemas.all().stream().map(Schemas::subject).toList());
        for (Schema schema : Schemas.all()) {
            JsonNode latest = get("/subjects/" + Schemas.subject(schema) + "/versions/latest");
            assertThat(latest.get("version").asInt()).isOne();
            assertThat(new Schema.Parser().parse(latest.get("schema").asText())).isEqualTo(schema);
        }
    }

    @Test
    void theRegistryDemandsFullCompatibility() throws Exception {
        assertThat(get("/config").get("compatibilityLevel").asText()).isEqualTo("FULL");
    }

    @Test
    void aServiceMakesItsOwnSchemaAndTouchesNoOther() throws Exception {
        Database database = parts.freshDatabase();
        run(database, Database.ASSIGNER, "CREATE SCHEMA assigner; CREATE TABLE assigner.learner (id text)");
        run(database, Database.EXPORTER, "CREATE SCHEMA exporter");
        assertThatThrownBy(() -> run(database, Database.EXPORTER, "SELECT * FROM assigner.learner"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(database, Database.ASSIGNER, "CREATE TABLE public.learner (id text)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(database, Database.ASSIGNER, "CREATE DATABASE another"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void freshTopicsHaveNothingInThem() throws Exception {
        send("lms.portal-events");
        parts.freshTopics();
        TopicPartition only = new TopicPartition("lms.portal-events", 0);
        try (Admin admin = parts.broker().admin()) {
            var end = admin.listOffsets(Map.of(only, OffsetSpec.latest()))
                    .partitionResult(only)
                    .get();
            assertThat(end.offset()).isZero();
        }
        send("lms.portal-events");
    }

    private void send(String topic) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
    }

    private JsonNode get(String path) throws Exception {
        try (InputStream answer = URI.create(parts.registryUrl() + path).toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        }
    }

    private static Map<String, String> settings(Admin admin, Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Map<String, String> settings = new HashMap<>();
        for (Config config :
                admin.describeConfigs(List.of(resource)).all().get().values()) {
            config.entries().forEach(entry -> settings.put(entry.name(), entry.value()));
        }
        return settings;
    }

    private static void run(Database database, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(role));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
