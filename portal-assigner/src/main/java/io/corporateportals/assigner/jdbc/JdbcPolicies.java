package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.application.LogProgress.Progress;
import io.corporateportals.assigner.application.Policies;
import io.corporateportals.assigner.application.PolicyInForce;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPolicies implements Policies {
    private final JdbcClient jdbc;

    JdbcPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String inForce(int partition) {
        return jdbc.sql("""
                select fingerprint from policy_in_force join policy using (policy_no)
                where partition = :partition order by policy_no desc limit 1""")
                .param("partition", partition)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public void putInForce(PolicyInForce policy, Collection<Progress> at) {
        int number = jdbc.sql(
                        "insert into policy (version, fingerprint) values (:version, :fingerprint) returning policy_no")
                .param("version", policy.policy().version())
                .param("fingerprint", policy.fingerprint())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into policy_in_force (partition, policy_no, from_offset)
                select partition, :number, from_offset from unnest(:partitions, :offsets) as at(partition, from_offset)""")
                .param("number", number)
                .param(
                        "partitions",
                        Columns.ints(at.stream().map(Progress::partition).toList()))
                .param("offsets", Columns.longs(at, Progress::nextOffset))
                .update();
    }
}
