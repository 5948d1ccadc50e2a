package io.corporateportals.exporter;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The service in a JVM of its own, which can be killed, behind the proxies. */
final class ServiceProcess implements AutoCloseable {
    private final Child child;

    private ServiceProcess(World world, String more) {
        Parts parts = world.parts;
        String[] settings = world.settingsBehindProxies(
                more,
                // the shortest that the broker allows: a killed member keeps its partitions so long
                "--spring.kafka.consumer.properties.session.timeout.ms=6000",
                "--spring.kafka.consumer.properties.heartbeat.interval.ms=1000");
        Jvm jvm = Jvm.running(SharingExporter.class, System.getProperty("java.class.path"))
                .options("-Xmx256m")
                .options(parts.data().filesOfJvm());
        child = parts.children()
                .start(new Launch(
                        "sharing-exporter",
                        jvm.command(settings),
                        parts.data().log("sharing-exporter-" + UUID.randomUUID())));
    }

    static ServiceProcess start(World world, String setting) {
        return new ServiceProcess(world, setting);
    }

    void kill() {
        child.kill();
    }

    void stop() {
        child.stop();
    }

    void startAgain() {
        child.start();
    }

    /** Returns when it has ended by itself. */
    int exitCode() {
        return child.ended().orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** All that it has printed, in all its lives. */
    String output() {
        try {
            return Files.readString(child.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
