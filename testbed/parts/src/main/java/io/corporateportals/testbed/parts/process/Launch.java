package io.corporateportals.testbed.parts.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a child is started and stopped.
 *
 * @param name what messages call it
 * @param command program and arguments
 * @param environment added to this process's own
 * @param log the file to which its output is appended
 * @param stop the signal that asks it to end
 * @param patience how long it may take to end before it is killed
 */
public record Launch(
        String name, List<String> command, Map<String, String> environment, Path log, Signal stop, Duration patience) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A child that ends on SIGTERM within 20 seconds. */
    public Launch(String name, List<String> command, Path log) {
        this(name, command, Map.of(), log, Signal.TERM, Duration.ofSeconds(20));
    }

    /** The same with variables in its environment. */
    public Launch with(Map<String, String> variables) {
        return new Launch(name, command, variables, log, stop, patience);
    }

    /** The same, asked to end by another signal. */
    public Launch stoppedBy(Signal signal) {
        return new Launch(name, command, environment, log, signal, patience);
    }
}
