package io.corporateportals.testbed.chaos.fault;

import io.corporateportals.testbed.mutants.Mutant;
import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.network.Network;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several instances of each service, all of which reach what they run on through proxies. */
public final class Fleet {
    /**
     * Shorter times than a product's, so that a pause of seconds is longer than they are; smaller transactions, so that
     * some things take several.
     */
    private static final String EXPORTER = """
            {"spring.kafka.consumer.properties.session.timeout.ms": 6000,
             "spring.kafka.consumer.properties.heartbeat.interval.ms": 1500,
             "spring.kafka.producer.properties.transaction.timeout.ms": 6000,
             "spring.kafka.producer.properties.delivery.timeout.ms": 5500,
             "spring.kafka.producer.properties.request.timeout.ms": 3000,
             "spring.kafka.producer.properties.max.block.ms": 6000,
             "exporter.park-after": "4s",
             "exporter.changes-at-once": 20,
             "exporter.records-at-once": 100,
             "exporter.heartbeat-every": "5s"}""";

    private static final String ASSIGNER = """
            {"spring.kafka.consumer.properties.session.timeout.ms": 6000,
             "spring.kafka.consumer.properties.heartbeat.interval.ms": 1500,
             "spring.kafka.producer.properties.transaction.timeout.ms": 6000,
             "spring.kafka.producer.properties.delivery.timeout.ms": 5500,
             "spring.kafka.producer.properties.request.timeout.ms": 3000,
             "spring.kafka.producer.properties.max.block.ms": 6000}""";

    private final Parts parts;
    private final ServiceProcess.Addresses addresses;
    private final @Nullable Mutant mutant;
    private final Map<Service, List<ServiceProcess>> instances = new EnumMap<>(Service.class);

    /**
     * Without any instance yet.
     *
     * @param mutant the fault that is built into every instance; null: none
     */
    public Fleet(Parts parts, @Nullable Mutant mutant) {
        this.parts = parts;
        this.mutant = mutant;
        Network network = parts.network();
        String registry = parts.registryUrl();
        String throughProxy =
                "http://" + network.registry().address() + URI.create(registry).getPath();
        String jdbcUrl = "jdbc:postgresql://" + network.postgres().address() + "/"
                + parts.portals().name() + "?connectTimeout=3";
        addresses = new ServiceProcess.Addresses(network.broker().address(), throughProxy, jdbcUrl);
        for (Service service : Service.values()) instances.put(service, new ArrayList<>());
    }

    /** Starts so many instances of each service and returns when all are ready. */
    public void start(int ofEach) {
        for (Service service : Service.values()) for (int n = 0; n < ofEach; n++) add(service);
        instances.values().forEach(all -> all.forEach(ServiceProcess::awaitReady));
    }

    /** One more instance, which is not waited for. */
    ServiceProcess add(Service service) {
        List<ServiceProcess> all = of(service);
        String name = name(service, all.size());
        ServiceProcess process = ServiceProcess.start(instance(service, name), parts, addresses);
        all.add(process);
        return process;
    }

    private ServiceProcess.Instance instance(Service service, String name) {
        String settings = service == Service.EXPORTER ? EXPORTER : ASSIGNER;
        Map<String, String> environment = new HashMap<>(Map.of(
                "SPRING_APPLICATION_JSON",
                settings,
                "JDBC_SOCKET_TIMEOUT",
                "10",
                "JDBC_IDLE_IN_TRANSACTION",
                "6",
                "JDBC_TRANSACTION_TIMEOUT",
                "30"));
        environment.put("CLOCK", clock(name).toString());
        if (mutant != null) environment.put("MUTANT", mutant.toString());
        Path added = Home.find().builtLike("testbed/mutants", ".", "testbed-mutants-*.jar");
        return new ServiceProcess.Instance(service, name, environment, added);
    }

    /** Sets the clock of the service's instance of that number wrong by so many seconds. */
    void setClock(Service service, int instance, long seconds) {
        try {
            Path clock = clock(name(service, instance));
            Files.createDirectories(Objects.requireNonNull(clock.getParent()));
            Files.writeString(clock, Long.toString(seconds));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Path clock(String name) {
        return parts.data().of("clocks").resolve(name);
    }

    private static String name(Service service, int instance) {
        return service.module() + "-" + (instance + 1);
    }

    /** The instances of a service; the list is the fleet's own. */
    public List<ServiceProcess> of(Service service) {
        return instances.getOrDefault(service, List.of());
    }

    /** Whether every instance runs. */
    public boolean isComplete() {
        return instances.values().stream()
                .flatMap(List::stream)
                .allMatch(one -> one.child().alive());
    }

    Parts parts() {
        return parts;
    }
}
