package io.corporateportals.exporter.jdbc;

import io.corporateportals.exporter.application.TopicsRead;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As the assigner publishes it. */
public final class JdbcTopicsRead implements TopicsRead {
    private final JdbcClient jdbc;

    public JdbcTopicsRead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> ids() {
        if (!isThere()) return Map.of();
        return jdbc
                .sql("select topic, topic_id from published.topics_read")
                .query((row, n) -> Map.entry(row.getString("topic"), row.getString("topic_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    // the assigner may never have started
    private boolean isThere() {
        return jdbc.sql("select to_regclass('published.topics_read') is not null")
                .query(Boolean.class)
                .single();
    }
}
