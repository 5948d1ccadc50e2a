package io.corporateportals.testbed.parts.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The broker's main class: formats the storage if it is new, then runs the broker. Only there is Kafka's server on the class path. */
final class BrokerLauncher {
    private BrokerLauncher() {}

    /** Takes the properties file, the storage directory and the cluster id of a new storage. */
    public static void main(String[] arguments) {
        String properties = arguments[0];
        Path storage = Path.of(arguments[1]);
        if (!Files.exists(storage.resolve("meta.properties"))) {
            String[] format = {"format", "--config", properties, "--cluster-id", arguments[2]};
            if (StorageTool.execute(format, System.out) != 0) System.exit(1);
        }
        Kafka.main(new String[] {properties});
    }
}
