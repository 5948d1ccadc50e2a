package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.machine.Port;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Launch;
import io.corporateportals.testbed.parts.process.Readiness;
import io.corporateportals.testbed.parts.process.Signal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that runs from what its packaged jar holds, in a JVM of its own. */
public final class ServiceProcess {
    /** By default a full collection leaves up to a twentieth of the old generation's limit as it is, the dead with the living. */
    private static final String NOTHING_DEAD = "-XX:MarkSweepDeadRatio=0";

    private final int port;
    private final Child child;

    private ServiceProcess(int port, Child child) {
        this.port = port;
        this.child = child;
    }

    /**
     * One instance of a service.
     *
     * @param name what messages and its log call it
     * @param environment what is added to what every instance gets
     * @param added a jar that is put beside the service's own classes; null: none
     * @param options of its JVM; they prevail over what every instance gets
     */
    public record Instance(
            Service service,
            String name,
            Map<String, String> environment,
            @Nullable Path added,
            List<String> options) {
        public Instance {
            options = List.copyOf(options);
        }

        /** With the JVM's options that every instance gets. */
        public Instance(Service service, String name, Map<String, String> environment, @Nullable Path added) {
            this(service, name, environment, added, List.of());
        }
    }

    /** Where a service finds what it runs on. */
    public record Addresses(String bootstrap, String registryUrl, String jdbcUrl) {
        /** Those of the parts themselves. */
        public static Addresses of(Parts parts) {
            return new Addresses(
                    parts.bootstrapServers(),
                    parts.registryUrl(),
                    parts.portals().jdbcUrl());
        }
    }

    /** Starts an instance on {@code parts}; does not wait until it answers. */
    public static ServiceProcess start(Instance instance, Parts parts, Addresses addresses) {
        int port = Port.free();
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP", addresses.bootstrap(),
                "REGISTRY_URL", addresses.registryUrl(),
                "JDBC_URL", addresses.jdbcUrl(),
                "JDBC_USER", instance.service().role(),
                "JDBC_PASSWORD", "",
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port)));
        environment.putAll(instance.environment());
        UnpackedService unpacked = UnpackedService.of(instance.service(), parts);
        unpacked.train(environment, parts);
        Jvm jvm = unpacked.jvm(instance.added())
                .options("-Xmx1g", "-XX:+ExitOnOutOfMemoryError", NOTHING_DEAD)
                .options(parts.data().filesOfJvm())
                .options(instance.options().toArray(String[]::new));
        String name = instance.name();
        Launch launch = new Launch(name, jvm.command(), parts.data().log(name)).with(environment);
        if (!parts.data().lasting()) launch = launch.stoppedBy(Signal.KILL);
        return new ServiceProcess(port, parts.children().start(launch));
    }

    /** Returns when it says that it is ready. */
    public void awaitReady() {
        Readiness.awaitHttp(child, url() + "/actuator/health/readiness");
    }

    /** Starts it again with the same settings, on the same port; waits until it is ready. */
    public void restart() {
        child.start();
        awaitReady();
    }

    /** The process, to be stopped, killed or paused. */
    public Child child() {
        return child;
    }

    /** Where it answers HTTP. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }
}
