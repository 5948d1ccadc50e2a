package io.corporateportals.testbed.parts;

import io.corporateportals.testbed.parts.process.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be told to the parts.
 *
 * @param kafkaPort the broker's port; 0 for any that is free, here and below
 * @param registryPort the registry's port
 * @param postgresPort PostgreSQL's port
 * @param data where the data lives on after the end; null for a temporary directory that does not
 * @param disk how many MiB the broker and PostgreSQL have on a disk of their own each; 0 for all that the machine has
 */
public record PartsSettings(
        int kafkaPort,
        int registryPort,
        int postgresPort,
        @Nullable Path data,
        int disk) {
    public PartsSettings {
        List<Integer> told = Stream.of(kafkaPort, registryPort, postgresPort)
                .filter(port -> port != 0)
                .toList();
        if (told.stream().distinct().count() < told.size()) throw new CannotStart("one port for two parts: " + told);
    }

    /** With the data on the machine's disk. */
    public PartsSettings(int kafkaPort, int registryPort, int postgresPort, @Nullable Path data) {
        this(kafkaPort, registryPort, postgresPort, data, 0);
    }

    /** Free ports, and disks of so many MiB each, which are gone at the end. */
    public static PartsSettings onSmallDisks(int mebibytes) {
        return new PartsSettings(0, 0, 0, null, mebibytes);
    }

    /** Free ports, and data that is deleted at the end. */
    public static PartsSettings anywhere() {
        return new PartsSettings(0, 0, 0, null);
    }

    /** Free ports, and data that stays in {@code directory}. */
    public static PartsSettings on(Path directory) {
        return new PartsSettings(0, 0, 0, directory);
    }
}
