package io.corporateportals.testbed.watch;

import io.corporateportals.contract.Topics;
import io.corporateportals.testbed.parts.broker.Answers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services are: what they publish of themselves, and the assigner's tables. */
public final class Processing implements AutoCloseable {
    private static final String EXPORTER_GROUP = "sharing-exporter";

    /** The place of the cursor's sequence in the metadata of the exporter's offsets. */
    private static final int CURSOR = 3;

    private final Admin admin;
    private final String jdbcUrl;

    /**
     * Asks the broker and PostgreSQL directly.
     *
     * @param jdbcUrl of a role that may read everything
     */
    public Processing(String bootstrapServers, String jdbcUrl) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.jdbcUrl = jdbcUrl;
    }

    /** How many of the learners' records the exporter has dealt with. */
    public long exported() {
        return committed().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** Where each partition of the learners' log ends. */
    public Map<Integer, Long> ends() {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < Topics.LEARNER_PARTITIONS; partition++)
            wanted.put(new TopicPartition(Topics.USER_EVENTS.name(), partition), OffsetSpec.latest());
        Map<Integer, Long> ends = new HashMap<>();
        Answers.of(admin.listOffsets(wanted).all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** How far each partition is. */
    public Map<Integer, Standing> standings() {
        Map<Integer, OffsetAndMetadata> committed = committed();
        Map<Integer, Standing> standings = new HashMap<>();
        try (Connection database = DriverManager.getConnection(jdbcUrl);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                                select partition, next_offset, sequence, exists (
                                  select from exporter.parked join exporter.feed f using (portal_id)
                                  where parked.partition = progress.partition and f.state = 'RETURNING')
                                from published.progress""")) {
            while (row.next()) {
                OffsetAndMetadata exporter = committed.get(row.getInt(1));
                standings.put(
                        row.getInt(1),
                        new Standing(
                                row.getLong(2),
                                row.getLong(3),
                                exporter == null ? 0 : exporter.offset(),
                                exporter == null ? 0 : cursor(exporter.metadata()),
                                row.getBoolean(4)));
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("the assigner's progress cannot be read", fault);
        }
        return standings;
    }

    /** How much is left to do of what the log held when it ended there; 0: nothing. */
    public static long behind(Map<Integer, Standing> standings, Map<Integer, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    Standing standing = standings.get(end.getKey());
                    return standing == null ? end.getValue() : standing.behind(end.getValue());
                })
                .sum();
    }

    /** How much is left of what portals' events ask for by now: events, and partitions to decide again. */
    public long portalsBehind() {
        TopicPartition events = new TopicPartition(Topics.PORTAL_EVENTS.name(), 0);
        long end = Answers.of(
                        admin.listOffsets(Map.of(events, OffsetSpec.latest())).partitionResult(events))
                .offset();
        try (Connection database = DriverManager.getConnection(jdbcUrl);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select next_offset, (select count(*) from assigner.back_fill_part where not finished)
                        from assigner.portal_log_progress""")) {
            row.next();
            return Math.max(0, end - row.getLong(1)) + row.getLong(2);
        } catch (SQLException fault) {
            throw new IllegalStateException("the assigner's progress cannot be read", fault);
        }
    }

    private static long cursor(String metadata) {
        String[] parts = metadata.split(";", -1);
        return parts.length > CURSOR && parts[CURSOR].matches("\\d+") ? Long.parseLong(parts[CURSOR]) : -1;
    }

    private Map<Integer, OffsetAndMetadata> committed() {
        Map<Integer, OffsetAndMetadata> committed = new HashMap<>();
        Answers.of(admin.listConsumerGroupOffsets(EXPORTER_GROUP).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(Topics.USER_EVENTS.name()) && offset != null)
                        committed.put(partition.partition(), offset);
                });
        return committed;
    }

    @Override
    public void close() {
        admin.close();
    }
}
