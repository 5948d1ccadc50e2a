package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.machine.Port;
import io.corporateportals.testbed.parts.process.Child;
import io.corporateportals.testbed.parts.process.Jvm;
import io.corporateportals.testbed.parts.process.Launch;
import io.corporateportals.testbed.parts.process.Readiness;
import io.corporateportals.testbed.parts.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/** A service that runs from its packaged jar, in a JVM of its own. */
public final class ServiceProcess {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Child child;

    private ServiceProcess(int port, Child child) {
        this.port = port;
        this.child = child;
    }

    /** Starts {@code service} on {@code parts}; does not wait until it answers. */
    public static ServiceProcess start(Service service, Parts parts) {
        int port = Port.free();
        Path jar = ownCopy(service.jar(Home.find()), parts.data().of("services"));
        Jvm jvm = Jvm.running(jar).options("-Xmx1g", parts.data().temporaryFiles());
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP", parts.bootstrapServers(),
                "REGISTRY_URL", parts.registryUrl(),
                "JDBC_URL", parts.portals().jdbcUrl(),
                "JDBC_USER", service.role(),
                "JDBC_PASSWORD", "",
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port));
        Launch launch =
                new Launch(service.module(), jvm.command(), parts.data().log(service.module())).with(environment);
        if (!parts.data().lasting()) launch = launch.stoppedBy(Signal.KILL);
        return new ServiceProcess(port, parts.children().start(launch));
    }

    /** Returns when it says that it is ready. */
    public void awaitReady() {
        HttpRequest readiness = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Readiness.await(
                child,
                () -> HTTP.send(readiness, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
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

    // A JVM reads its jar as long as it runs, and the build may write another at any time.
    private static Path ownCopy(Path jar, Path directory) {
        try {
            Files.createDirectories(directory);
            return Files.copy(jar, directory.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
