package io.corporateportals.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.corporateportals.contract.AvroLimits;
import io.corporateportals.testbed.lms.Replay;
import io.corporateportals.testbed.lms.oulad.Oulad;
import io.corporateportals.testbed.lms.oulad.OuladFiles;
import io.corporateportals.testbed.parts.broker.ContractTopics;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.machine.Port;
import io.corporateportals.testbed.parts.registry.Subjects;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** The system test once more, with broker, PostgreSQL and registry in containers: {@code ./mvnw verify -Dstack=docker}. */
@Timeout(900)
class ContainersIT {
    private static final String ROLES =
            "testbed/parts/src/main/resources/io/corporateportals/testbed/parts/database/roles.sql";

    @TempDir
    private Path logs;

    @Test
    void theShippedSampleGoesThroughTheSystemInContainersAndEveryFeedIsRight() throws Exception {
        assumeTrue("docker".equals(System.getProperty("stack")), () -> said("-Dstack=docker was not given"));
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), () -> said("there is no container engine"));

        List<Process> services = new ArrayList<>();
        try (KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.2"))
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
                PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18.1")
                        .withDatabaseName("portals")
                        .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(
                                        Home.find().directory().resolve(ROLES)),
                                "/docker-entrypoint-initdb.d/roles.sql");
                GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.0.9")
                        .withExposedPorts(8080)
                        .waitingFor(Wait.forHttp("/health/ready"))) {
            Stream.of(kafka, postgres, registry).parallel().forEach(GenericContainer::start);
            String registryUrl =
                    "http://" + registry.getHost() + ":" + registry.getMappedPort(8080) + "/apis/ccompat/v7";
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
                ContractTopics.createMissing(admin);
            }
            new Subjects(registryUrl).register();
            Map<String, String> environment = Map.of(
                    "KAFKA_BOOTSTRAP", kafka.getBootstrapServers(),
                    "REGISTRY_URL", registryUrl,
                    "JDBC_URL", postgres.getJdbcUrl());
            for (String service : List.of("portal-assigner", "sharing-exporter"))
                services.add(started(service, environment));

            AvroLimits.set();
            String owner =
                    postgres.getJdbcUrl() + "&user=" + postgres.getUsername() + "&password=" + postgres.getPassword();
            Outcome outcome = new Showing(kafka.getBootstrapServers(), registryUrl, owner)
                    .of(
                            Replay.of(Oulad.read(OuladFiles.sample()), 7),
                            () -> services.stream().allMatch(Process::isAlive) ? null : "a service has ended");

            assertThat(outcome.isRight()).isTrue();
        } finally {
            services.forEach(Process::destroy);
        }
    }

    private Process started(String service, Map<String, String> environment) throws IOException {
        int port = Port.free();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar(service).toString())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(service + ".log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Process process = builder.start();
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> isReady(port));
        return process;
    }

    private static Path jar(String service) throws IOException {
        try (Stream<Path> jars =
                Files.list(Home.find().directory().resolve(service).resolve("target"))) {
            return jars.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isReady(int port) throws IOException, InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        return HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private static String said(String why) {
        String sentence = "The system test on containers was not run: " + why + ".";
        System.out.println(sentence);
        return sentence;
    }
}
