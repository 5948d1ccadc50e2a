package io.corporateportals.testbed.load;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.stack.Service;
import io.corporateportals.testbed.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One instance of each service, with a limited heap. */
final class Services {
    private final Parts parts;
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

    private Services(Parts parts) {
        this.parts = parts;
    }

    /**
     * Starts them and returns when they are ready.
     *
     * @param heap as {@code -Xmx} takes it
     */
    static Services start(Parts parts, String heap) {
        Services services = new Services(parts);
        for (Service service : Service.values()) {
            List<String> options = List.of(
                    "-Xmx" + heap,
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xlog:gc:file=" + Pauses.log(parts, service) + "::filecount=0");
            ServiceProcess.Instance instance =
                    new ServiceProcess.Instance(service, service.module(), Map.of(), null, options);
            services.processes.put(service, ServiceProcess.start(instance, parts, ServiceProcess.Addresses.of(parts)));
        }
        services.processes.values().forEach(ServiceProcess::awaitReady);
        return services;
    }

    /** They end in good order. */
    void stop() {
        processes.values().forEach(process -> process.child().stopInGoodOrder());
    }

    /** They are there again. */
    void restart() {
        processes.values().forEach(process -> process.child().start());
        processes.values().forEach(ServiceProcess::awaitReady);
    }

    /** Which one has ended by itself; null: none. */
    @Nullable
    String ended() {
        for (ServiceProcess process : processes.values())
            if (!process.child().alive()) return process.child().name() + " has ended";
        return null;
    }

    Memory memory(Service service) {
        ServiceProcess process = running(service);
        return new Memory(Memory.residentPeak(process.child().pid()), Pauses.read(parts, service));
    }

    /** How many lines of its log have {@code words}. */
    long said(Service service, String words) {
        return lines(running(service), line -> line.contains(words)).size();
    }

    /** What the logs say of faults: lines of partitions that start over or stop, and of memory that is used up. */
    List<String> complaints() {
        return processes.values().stream()
                .flatMap(process -> lines(process, Services::complains).stream())
                .toList();
    }

    private static boolean complains(String line) {
        return line.contains(" starts over: ") || line.contains(" stops: ") || line.contains("OutOfMemoryError");
    }

    private static List<String> lines(ServiceProcess process, Predicate<String> which) {
        try (Stream<String> lines = Files.lines(process.child().log())) {
            return lines.filter(which).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private ServiceProcess running(Service service) {
        ServiceProcess process = processes.get(service);
        if (process == null) throw new IllegalStateException("never started: " + service.module());
        return process;
    }
}
