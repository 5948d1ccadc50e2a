package io.corporateportals.operations;

import io.corporateportals.contract.reading.RegistryUnavailable;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How an operator's command runs: a failure is one line that says what to do. */
public final class OperatorCommand {
    private static final int WRONG_ARGUMENTS = 2;

    private OperatorCommand() {}

    /** Runs the command and returns its exit status: 0, 1 after a failure, 2 if the arguments are wrong. */
    public static int run(Object command, String... arguments) {
        CommandLine line = new CommandLine(command);
        String name = line.getCommandName();
        line.setParameterExceptionHandler((fault, given) -> {
            line.getErr().println(name + ": " + problem(fault) + "; " + name + " --help says more");
            return WRONG_ARGUMENTS;
        });
        line.setExecutionExceptionHandler((fault, at, parsed) -> {
            line.getErr().println(name + ": " + oneLine(fault));
            return 1;
        });
        return line.execute(arguments);
    }

    private static String problem(ParameterException fault) {
        String message = Objects.requireNonNullElse(fault.getMessage(), "wrong arguments");
        return message.lines().findFirst().orElse(message).replaceFirst("^Error: ", "");
    }

    // A message that is not ours may quote a record.
    private static String oneLine(Exception fault) {
        String name = fault.getClass().getSimpleName();
        if (fault instanceof CannotGoOn reason) return reason.getMessage();
        if (fault instanceof RegistryUnavailable)
            return "the registry does not answer: is it running, and is --registry right?";
        if (fault instanceof KafkaException)
            return "Kafka does not do it (" + name + "): is it running, and is --bootstrap right?";
        return "failed (" + name + "): are --bootstrap, --registry and --jdbc right?";
    }
}
