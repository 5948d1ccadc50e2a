package io.corporateportals.contract;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Avro serializers and deserializers are set up: for Apicurio's classes and for Confluent's at once, as neither minds
 * the other's settings. Which are used is decided by naming the class alone.
 */
public final class SerdeSettings {
    /** The serializer of the default build; Confluent's is {@code io.confluent.kafka.serializers.KafkaAvroSerializer}. */
    public static final String SERIALIZER = "io.apicurio.registry.serde.avro.AvroKafkaSerializer";

    /** The deserializer of the default build; Confluent's is {@code io.confluent.kafka.serializers.KafkaAvroDeserializer}. */
    public static final String DESERIALIZER = "io.apicurio.registry.serde.avro.AvroKafkaDeserializer";

    /** Where Apicurio serves Confluent's REST API, and where its own. */
    private static final String CONFLUENT_API = "/apis/ccompat/v7";

    private static final String APICURIO_API = "/apis/registry/v3";

    private SerdeSettings() {}

    /**
     * For producers and consumers of values.
     *
     * @param registryUrl the base URL of the registry's Confluent REST API
     */
    public static Map<String, String> forRegistry(String registryUrl) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("apicurio.registry.url", apicurioUrl(registryUrl));
        settings.put("schema.registry.url", registryUrl);

        // the subject is the record's full name
        settings.put(
                "apicurio.registry.artifact-resolver-strategy",
                "io.apicurio.registry.serde.avro.strategy.QualifiedRecordIdStrategy");
        settings.put("value.subject.name.strategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy");

        // a schema gets into the registry by a release, never by a record
        settings.put("apicurio.registry.auto-register", "false");
        settings.put("auto.register.schemas", "false");

        // write with the class's own schema: with the latest one a service breaks when a newer schema is registered,
        // as fields are written by position
        settings.put("apicurio.registry.find-latest", "false");
        settings.put("apicurio.registry.dereference-schema", "true");
        settings.put("use.latest.version", "false");

        // what an id stands for never changes: a registry that is away must stop nobody who has asked once
        settings.put(
                "apicurio.registry.check-period-ms",
                Long.toString(Duration.ofDays(3650).toMillis()));

        settings.put("apicurio.registry.use-specific-avro-reader", "true");
        settings.put("specific.avro.reader", "true");
        return settings;
    }

    private static String apicurioUrl(String registryUrl) {
        String url = registryUrl.endsWith("/") ? registryUrl.substring(0, registryUrl.length() - 1) : registryUrl;
        return url.endsWith(CONFLUENT_API)
                ? url.substring(0, url.length() - CONFLUENT_API.length()) + APICURIO_API
                : url;
    }
}
