package io.corporateportals.testbed.parts.network;

import io.corporateportals.testbed.parts.broker.Broker;
import org.jspecify.annotations.Nullable;

/** The parts as a bad network shows them: a proxy before each, opened when it is first asked for. */
public final class Network implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Broker broker;
    private final int postgresPort;
    private final int registryPort;
    private @Nullable KafkaProxy toBroker;
    private @Nullable PostgresProxy toPostgres;
    private @Nullable Proxy toRegistry;

    /** Between clients and these parts. */
    public Network(Broker broker, int postgresPort, int registryPort) {
        this.broker = broker;
        this.postgresPort = postgresPort;
        this.registryPort = registryPort;
    }

    /** Before the broker: a client that begins there stays on it. */
    public synchronized KafkaProxy broker() {
        if (toBroker == null) toBroker = KafkaProxy.to(HOST, broker.proxiedPort(), broker.proxyPort());
        return toBroker;
    }

    /** Before PostgreSQL. */
    public synchronized PostgresProxy postgres() {
        if (toPostgres == null) toPostgres = PostgresProxy.to(HOST, postgresPort);
        return toPostgres;
    }

    /** Before the registry. */
    public synchronized Proxy registry() {
        if (toRegistry == null) toRegistry = Proxy.to(HOST, registryPort);
        return toRegistry;
    }

    /** Heals all of them. */
    public synchronized void heal() {
        if (toBroker != null) toBroker.heal();
        if (toPostgres != null) toPostgres.heal();
        if (toRegistry != null) toRegistry.heal();
    }

    @Override
    public synchronized void close() {
        if (toBroker != null) toBroker.close();
        if (toPostgres != null) toPostgres.close();
        if (toRegistry != null) toRegistry.close();
    }
}
