package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.Parts;
import io.corporateportals.testbed.parts.machine.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of the folder bin, run as an operator runs it, and what it said. */
public record OperatorsCommand(int status, List<String> output, List<String> errors) {
    /** Against the system that runs on the parts; returns when it has ended. */
    public static OperatorsCommand on(Parts parts, String... words) {
        return run(
                Map.of(
                        "KAFKA_BOOTSTRAP", parts.bootstrapServers(),
                        "REGISTRY_URL", parts.registryUrl(),
                        "JDBC_URL", parts.portals().jdbcUrl()),
                words);
    }

    private static OperatorsCommand run(Map<String, String> environment, String... words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(Home.find().directory().toFile());
        builder.environment().putAll(environment);
        builder.environment().put("STACK_BUILD", "skip");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        List<String> errors = new ArrayList<>();
        try {
            Process process = builder.start();
            Thread reader = new Thread(() -> process.errorReader().lines().forEach(errors::add), "errors");
            reader.start();
            List<String> output = process.inputReader().lines().toList();
            reader.join();
            if (!process.waitFor(1, TimeUnit.MINUTES)) throw new IOException("does not end");
            return new OperatorsCommand(process.exitValue(), output, errors);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
