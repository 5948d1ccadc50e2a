package io.corporateportals.assigner.system;

import io.corporateportals.assigner.PortalAssigner;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service on the parts, with an LMS before it and a reader behind it. */
final class RunningAssigner implements AutoCloseable {
    private final Parts parts;
    private final Database database;
    private final String[] settings;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private Duration clockAhead = Duration.ZERO;

    /** Before it everything is new: topics, database. */
    RunningAssigner(Parts parts, String... settings) {
        this.parts = parts;
        this.settings = settings;
        parts.freshTopics();
        database = parts.freshDatabase();
    }

    /** Instances that start from now on run on a machine whose clock is wrong. */
    void clockAhead(Duration by) {
        clockAhead = by;
    }

    /** Starts an instance, perhaps with settings of its own, which prevail. */
    RunningAssigner start(String... own) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.of(
                        Stream.of(
                                "spring.kafka.bootstrap-servers=" + parts.bootstrapServers(),
                                "assigner.registry-url=" + parts.registryUrl(),
                                "spring.datasource.url=" + database.jdbcUrl(),
                                "server.port=0"),
                        Stream.of(settings),
                        Stream.of(own))
                .flatMap(Function.identity())
                .forEach(setting -> arguments.put(setting.substring(0, setting.indexOf('=')), "--" + setting));
        instances.add(new SpringApplicationBuilder(PortalAssigner.class)
                .registerShutdownHook(false)
                .initializers(this::setClock)
                .run(arguments.values().toArray(String[]::new)));
        return this;
    }

    private void setClock(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("clock") ? Clock.offset((Clock) bean, clockAhead) : bean;
            }
        });
    }

    /** Stops all instances. */
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
        instances.clear();
    }

    /** Stops an instance, the first of which is 0. */
    void stop(int instance) {
        instances.remove(instance).close();
    }

    /** A named part of the first instance. */
    <T> T bean(String name, Class<T> type) {
        return instances.get(0).getBean(name, type);
    }

    /** The service's store, seen from outside. */
    JdbcClient store() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl(Database.OWNER));
        source.setCurrentSchema("assigner");
        return JdbcClient.create(source);
    }

    /** What a query of the store gives that gives one number. */
    long number(String query) {
        return store().sql(query).query(Long.class).single();
    }

    /** What the first instance's health says of its partitions. */
    String partitions() {
        return Objects.requireNonNull(bean("partitions", HealthIndicator.class).health())
                .getDetails()
                .toString();
    }

    /** The database, for who needs its roles. */
    Database database() {
        return database;
    }

    @Override
    public void close() {
        stop();
    }
}
