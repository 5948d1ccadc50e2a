package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.LogProgress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLogProgress implements LogProgress {
    private final JdbcClient jdbc;

    JdbcLogProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // In ascending order, so that two transactions that need the same partitions do not wait for each other for ever.
    @Override
    public Map<Integer, Progress> lock(Collection<Integer> partitions) {
        Map<Integer, Progress> locked = new LinkedHashMap<>();
        jdbc.sql("""
                select partition, next_offset, sequence from log_progress
                where partition = any(:partitions) order by partition for update""")
                .param("partitions", Columns.ints(partitions))
                .query(Progress.class)
                .list()
                .forEach(progress -> locked.put(progress.partition(), progress));
        return locked;
    }

    @Override
    public void advance(Progress to) {
        jdbc.sql("update log_progress set next_offset = :nextOffset, sequence = :sequence where partition = :partition")
                .param("partition", to.partition())
                .param("nextOffset", to.nextOffset())
                .param("sequence", to.sequence())
                .update();
    }

    @Override
    public Progress of(int partition) {
        return jdbc.sql("select partition, next_offset, sequence from log_progress where partition = :partition")
                .param("partition", partition)
                .query(Progress.class)
                .single();
    }
}
