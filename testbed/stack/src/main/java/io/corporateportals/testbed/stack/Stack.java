package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.PartsSettings;
import io.corporateportals.testbed.parts.database.Database;
import io.corporateportals.testbed.parts.machine.Home;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The parts and, on them, the services. */
public final class Stack implements AutoCloseable {
    private final Parts parts;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

    private Stack(Parts parts) {
        this.parts = parts;
    }

    /**
     * Starts everything and returns when it is ready; leaves nothing behind if that fails.
     *
     * @param progress is told, in a line each, what is being waited for
     */
    public static Stack start(PartsSettings settings, Consumer<String> progress) {
        progress.accept("starting broker, PostgreSQL and registry");
        Stack stack = new Stack(Parts.start(settings));
        try {
            for (Service service : Service.values()) {
                if (service.exists(Home.find())) stack.start(service, progress);
            }
            stack.services.values().forEach(ServiceProcess::awaitReady);
            return stack;
        } catch (RuntimeException fault) {
            stack.close();
            throw fault;
        }
    }

    /** The line that tells other programs where everything is. */
    public String readyLine() {
        StringBuilder line = new StringBuilder("ready bootstrap=" + parts.bootstrapServers() + " registry="
                + parts.registryUrl() + " jdbc=" + parts.portals().jdbcUrl(Database.OWNER));
        for (Service service : Service.values()) {
            ServiceProcess process = services.get(service);
            line.append(' ').append(service.label()).append('=').append(process == null ? "none" : process.url());
        }
        return line.toString();
    }

    /** Returns when one of the processes has ended: what there is to say of it, or nothing if we have asked it to. */
    public Optional<String> awaitEnd() {
        return parts.children().awaitTheEndOfOne();
    }

    /** A service's process. */
    public ServiceProcess process(Service service) {
        return Objects.requireNonNull(services.get(service), () -> "never started: " + service.module());
    }

    /** What the services run on. */
    public Parts parts() {
        return parts;
    }

    /** Stops everything, services first. */
    @Override
    public void close() {
        parts.close();
    }

    private void start(Service service, Consumer<String> progress) {
        progress.accept(
                "starting " + service.module() + ", log: " + parts.data().log(service.module()));
        ServiceProcess.Instance instance = new ServiceProcess.Instance(service, service.module(), Map.of(), null);
        services.put(service, ServiceProcess.start(instance, parts, ServiceProcess.Addresses.of(parts)));
    }
}
