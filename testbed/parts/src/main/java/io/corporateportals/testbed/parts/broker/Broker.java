package io.corporateportals.testbed.parts.broker;

import io.corporateportals.testbed.parts.machine.DataDirectory;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.machine.Port;
import io.corporateportals.testbed.parts.machine.SmallDisk;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Children;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Launch;
import io.corporateportals.testbed.parts.process.Readiness;
import io.corporateportals.testbed.parts.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A Kafka broker that is its own KRaft controller, on the loopback interface. */
public final class Broker {
    private final Listeners listeners;
    private final Child child;
    private final @Nullable SmallDisk disk;

    private Broker(Listeners listeners, Child child, @Nullable SmallDisk disk) {
        this.listeners = listeners;
        this.child = child;
        this.disk = disk;
    }

    /** Ports: clients', that of clients who come through a proxy, and the proxy's, to which those are sent back. */
    private record Listeners(int direct, int proxied, int proxy) {}

    /**
     * Starts it on {@code data}, which is formatted if it is new; does not wait until it answers.
     *
     * @param mebibytes the size of a disk of its own; 0: it has the machine's
     */
    public static Broker start(Children children, Home home, DataDirectory data, int port, int mebibytes) {
        Path directory = data.of("kafka");
        Path storage = directory.resolve("storage");
        Path properties = directory.resolve("server.properties");
        Listeners listeners = new Listeners(port, Port.free(), Port.free());
        write(settings(listeners, storage), properties);
        Jvm jvm = Jvm.running(BrokerLauncher.class, home.built("testbed/parts", "broker/lib") + "/*")
                .options(data.filesOfJvm())
                .options(
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS");
        List<String> command = jvm.command(
                properties.toString(), storage.toString(), Uuid.randomUuid().toString());
        SmallDisk disk =
                mebibytes == 0 ? null : SmallDisk.under(storage, mebibytes, children, data.log("disk-of-kafka"));
        Launch launch = new Launch("Kafka", disk == null ? command : disk.command(command), data.log("kafka"));
        Child child = children.start(data.lasting() ? launch : launch.stoppedBy(Signal.KILL));
        return new Broker(listeners, child, disk);
    }

    /** Returns when clients can work with it. */
    public void awaitReady() {
        try (Admin admin = admin()) {
            Readiness.await(
                    child,
                    () -> !admin.describeCluster()
                            .nodes()
                            .get(1, TimeUnit.SECONDS)
                            .isEmpty());
        }
    }

    /** Starts it again where it was; waits until it answers. */
    public void restart() {
        child.start();
        awaitReady();
    }

    /** The process, to be stopped, killed or paused. */
    public Child child() {
        return child;
    }

    /** The disk of its own that it was given. */
    public SmallDisk disk() {
        return Objects.requireNonNull(disk, "it has the machine's");
    }

    /** Where clients find it: host:port. */
    public String bootstrapServers() {
        return "127.0.0.1:" + listeners.direct();
    }

    /** The port for a proxy: it advertises {@link #proxyPort()}, so that clients who come through the proxy stay on it. */
    public int proxiedPort() {
        return listeners.proxied();
    }

    /** The port on which a proxy must listen. */
    public int proxyPort() {
        return listeners.proxy();
    }

    /** A new client that administers it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    private static Properties settings(Listeners listeners, Path storage) {
        String controller = "127.0.0.1:" + Port.free();
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@" + controller,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + listeners.direct() + ",PROXIED://127.0.0.1:" + listeners.proxied()
                        + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + listeners.direct() + ",PROXIED://127.0.0.1:" + listeners.proxy(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                storage.toString()));
        try (var fixed = Broker.class.getResourceAsStream("broker.properties")) {
            settings.load(fixed);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return settings;
    }

    private static void write(Properties settings, Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
