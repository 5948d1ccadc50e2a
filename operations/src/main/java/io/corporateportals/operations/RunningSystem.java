package io.corporateportals.operations;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the system runs: options of every operator's command, or else the services' environment variables. */
public final class RunningSystem {
    private static final int PATIENCE_MILLIS = 15_000;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP:-localhost:9092}",
            description = "Where Kafka clients begin (KAFKA_BOOTSTRAP; default: localhost:9092).")
    private String bootstrap = "";

    @Option(
            names = "--kafka-settings",
            paramLabel = "FILE",
            description = "More settings for Kafka's clients, such as their credentials.")
    private @Nullable Path kafkaSettings;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:REGISTRY_URL:-http://localhost:8081/apis/ccompat/v7}",
            description = "The registry's Confluent REST API (REGISTRY_URL; default: that of this machine).")
    private String registry = "";

    @Mixin
    private ServicesDatabase database = new ServicesDatabase();

    /** Settings for a client of Kafka, which gives up after a while. */
    public Map<String, Object> kafka() {
        Map<String, Object> settings = new HashMap<>();
        Properties more = new Properties();
        if (kafkaSettings != null) {
            try (Reader file = Files.newBufferedReader(kafkaSettings)) {
                more.load(file);
            } catch (IOException | IllegalArgumentException fault) {
                throw new CannotGoOn("--kafka-settings: no properties file that can be read");
            }
        }
        more.stringPropertyNames().forEach(name -> settings.put(name, more.getProperty(name)));
        settings.put("bootstrap.servers", bootstrap);
        settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
        return settings;
    }

    /** The base URL of the registry's Confluent REST API. */
    public URI registry() {
        try {
            return new URI(registry);
        } catch (URISyntaxException fault) {
            throw new CannotGoOn("--registry: not a URL");
        }
    }

    /** The services' database. */
    public ServicesDatabase database() {
        return database;
    }
}
