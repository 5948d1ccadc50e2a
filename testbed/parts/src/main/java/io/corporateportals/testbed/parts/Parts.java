package io.corporateportals.testbed.parts;

import io.corporateportals.testbed.parts.broker.Broker;
import io.corporateportals.testbed.parts.broker.ContractTopics;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.database.PostgresServer;
import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.machine.Port;
import io.corporateportals.testbed.parts.network.Network;
import io.corporateportals.testbed.parts.process.CannotStart;
import io.corporateportals.testbed.parts.process.Children;
import io.corporateportals.testbed.parts.registry.SchemaRegistry;
import io.corporateportals.testbed.parts.registry.Subjects;
import java.util.concurrent.CompletableFuture;

/**
 * A broker, a PostgreSQL server and a schema registry, with the topics, schemas, roles and rights of the contract. Real
 * processes, which end with this JVM, however it ends.
 */
public final class Parts implements AutoCloseable {
    private final Children children;
    private final DataDirectory data;
    private final Broker broker;
    private final PostgresServer postgres;
    private final SchemaRegistry registry;
    private final Database portals;
    private final Network network;

    private Parts(Children children, PartsSettings settings) {
        Home home = Home.find();
        this.children = children;
        data = DataDirectory.taken(settings.data(), children);
        int kafkaPort = Port.freeOr(settings.kafkaPort(), "--kafka-port");
        int registryPort = Port.freeOr(settings.registryPort(), "--registry-port");
        int postgresPort = Port.freeOr(settings.postgresPort(), "--postgres-port");

        broker = Broker.start(children, home, data, kafkaPort, settings.disk());
        CompletableFuture<Void> topics = CompletableFuture.runAsync(() -> {
            broker.awaitReady();
            new ContractTopics(broker).create();
        });
        postgres = PostgresServer.start(children, home, data, postgresPort, settings.disk());
        postgres.awaitReady();
        registry = SchemaRegistry.start(children, home, data, postgres.ownDatabase("registry"), registryPort);
        portals = postgres.database("portals");
        network = new Network(broker, postgresPort, registryPort);
        registry.awaitReady();
        new Subjects(registry.confluentUrl()).register();
        topics.join();
    }

    /** Starts all of them and returns when they are ready; leaves nothing behind if that fails. */
    public static Parts start(PartsSettings settings) {
        Children children = new Children();
        try {
            return new Parts(children, settings);
        } catch (RuntimeException fault) {
            children.close();
            throw fault.getCause() instanceof CannotStart reason ? reason : fault;
        }
    }

    /** Where Kafka clients begin: host:port. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The base URL of the registry as Confluent's clients want it. */
    public String registryUrl() {
        return registry.confluentUrl();
    }

    /** The database that the services share. */
    public Database portals() {
        return portals;
    }

    /** Another database with the same roles and rights, in which there is nothing yet. */
    public Database freshDatabase() {
        return postgres.freshDatabase();
    }

    /** Deletes all topics and creates those of the contract anew; returns when they can be written to. */
    public void freshTopics() {
        new ContractTopics(broker).recreate();
    }

    /** The broker, for tests that stop it. */
    public Broker broker() {
        return broker;
    }

    /** The PostgreSQL server, for tests that stop it. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The registry, for tests that stop it. */
    public SchemaRegistry registry() {
        return registry;
    }

    /** Proxies before the parts, for clients whose network is to be bad at times. */
    public Network network() {
        return network;
    }

    /** The processes; one that is started here ends before the parts do. */
    public Children children() {
        return children;
    }

    /** Where the parts keep their data and logs, and where a service can keep its own. */
    public DataDirectory data() {
        return data;
    }

    /** Stops all of them, what was started last first; temporary data is deleted. */
    @Override
    public void close() {
        network.close();
        children.close();
    }
}
