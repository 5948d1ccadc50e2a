package io.corporateportals.exporter;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service itself, with small transactions and short times. */
final class Service implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Service(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Service start(Parts parts, Database database, String... more) {
        return new Service(new SpringApplicationBuilder(SharingExporter.class).run(settings(parts, database, more)));
    }

    /** On a machine whose clock is wrong. */
    static Service startOnClock(Duration ahead, Parts parts, Database database, String... more) {
        BeanPostProcessor setting = new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("clock") ? Clock.offset((Clock) bean, ahead) : bean;
            }
        };
        return new Service(new SpringApplicationBuilder(SharingExporter.class)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(setting))
                .run(settings(parts, database, more)));
    }

    /** What the service is told: its settings here, and {@code more}, which prevail. */
    static String[] settings(Parts parts, Database database, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "--KAFKA_BOOTSTRAP=" + parts.bootstrapServers(),
                                "--REGISTRY_URL=" + parts.registryUrl(),
                                "--JDBC_URL=" + database.jdbcUrl(),
                                "--JDBC_USER=" + Database.EXPORTER,
                                "--SERVER_PORT=0",
                                "--exporter.changes-at-once=3",
                                "--exporter.records-at-once=20",
                                "--exporter.park-after=2s",
                                "--exporter.retry-after=100ms",
                                "--spring.kafka.producer.properties.max.block.ms=2000",
                                "--spring.jmx.enabled=false"),
                        Stream.of(more))
                .forEach(setting -> settings.put(setting.substring(0, setting.indexOf('=')), setting));
        return settings.values().toArray(String[]::new);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(at(path)).build());
    }

    HttpResponse<String> post(String path) {
        return ask(HttpRequest.newBuilder(at(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private static HttpResponse<String> ask(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
