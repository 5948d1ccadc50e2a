package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.TopicsRead;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTopicsRead implements TopicsRead {
    private final JdbcClient jdbc;

    JdbcTopicsRead(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // Instances may start for the first time together: the first one's word counts for all.
    @Override
    public Map<String, String> note(Map<String, String> ids) {
        ids.forEach((topic, id) -> jdbc.sql(
                        "insert into topic_read (topic, topic_id) values (:topic, :id) on conflict do nothing")
                .param("topic", topic)
                .param("id", id)
                .update());
        return jdbc
                .sql("select topic, topic_id from topic_read")
                .query((row, number) -> Map.entry(row.getString("topic"), row.getString("topic_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
