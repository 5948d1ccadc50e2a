package io.corporateportals.testbed.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.machine.Home;
import io.corporateportals.testbed.parts.process.Liveness;
import io.corporateportals.testbed.parts.process.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** bin/stack, run as a person or a program runs it. */
final class RunningStack implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private RunningStack(Process process) {
        this.process = process;
        output = process.inputReader();
    }

    static RunningStack start(String... arguments) throws IOException {
        return start(
                Stream.concat(Stream.of("bin/stack"), Arrays.stream(arguments)).toList());
    }

    /** Started by a shell, which lives on. */
    static RunningStack startedByAShell() throws IOException {
        return start(List.of("/bin/sh", "-c", "bin/stack & wait"));
    }

    private static RunningStack start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Home.find().directory().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("STACK_BUILD", "skip");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new RunningStack(builder.start());
    }

    /** What the ready line says, by its keys. */
    Map<String, String> awaitReady() throws IOException {
        String line = output.readLine();
        assertThat(line).startsWith("ready ");
        Map<String, String> found = new HashMap<>();
        for (String word : line.substring("ready ".length()).split(" ", -1)) {
            int equals = word.indexOf('=');
            found.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return found;
    }

    /** The ids of the process and of all that descend from it. */
    List<Long> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    void send(Signal signal) {
        signal.sendTo(process.pid());
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** What came after the ready line. */
    List<String> restOfOutput() {
        return output.lines().toList();
    }

    static void assertThatNothingIsLeftOf(List<Long> processes) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(processes).noneMatch(Liveness::runs));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
