package io.corporateportals.contract;

import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * A topic as the contract demands it.
 *
 * @param name the topic's name
 * @param partitions how many partitions it has, for ever: adding one would move learners to another partition
 * @param settings the topic settings that the contract fixes; what is not named is the broker's affair
 */
public record Topic(String name, int partitions, Map<String, String> settings) {
    public Topic {
        if (partitions < 1) throw new IllegalArgumentException("partitions of " + name + ": must be at least 1");
        settings = Map.copyOf(settings);
    }

    /** Where records with this key belong: Kafka's default partitioner, murmur2 over the key's bytes. */
    public int partitionOf(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** The topic to which {@code service} sends the records of this one that it cannot process. */
    public Topic deadLetters(String service) {
        return new Topic(name + "." + service + ".dlt", partitions, Topics.deadLetterSettings());
    }
}
