package io.corporateportals.testbed.stack;

import io.corporateportals.testbed.parts.broker.ContractTopics;
import io.corporateportals.testbed.parts.registry.Subjects;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the contract to a broker and a registry that run elsewhere, such as in containers. Run it again at will. */
@Command(
        name = "provision",
        mixinStandardHelpOptions = true,
        description = "Creates the contract's topics and registers its schemas, where they are missing.")
public final class ProvisionCommand implements Callable<Integer> {
    @Option(names = "--bootstrap", required = true, description = "Where Kafka clients begin: host:port.")
    private String bootstrap = "";

    @Option(names = "--registry", required = true, description = "Base URL of the registry's Confluent REST API.")
    private String registry = "";

    private ProvisionCommand() {}

    /** Runs the command; a failure ends with one line and a status other than 0. */
    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new ProvisionCommand());
        command.setExecutionExceptionHandler((fault, line, parsed) -> {
            line.getErr().println("provision: " + fault.getMessage() + "; are --bootstrap and --registry right?");
            return 1;
        });
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            ContractTopics.createMissing(admin);
        }
        new Subjects(registry).register();
        System.out.println("topics and schemas are there");
        return 0;
    }
}
