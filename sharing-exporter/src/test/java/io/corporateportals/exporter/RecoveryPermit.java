package io.corporateportals.exporter;

import static io.corporateportals.exporter.World.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.corporateportals.testbed.parts.database.Database;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The person whom partitions ask before they rebuild anything. */
final class RecoveryPermit {
    private final JdbcClient exporterTables;

    RecoveryPermit(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl(Database.EXPORTER));
        exporterTables = JdbcClient.create(source);
    }

    /** Waits until somebody asks. */
    void awaitAsked() {
        await().atMost(SOON).ignoreExceptions().until(() -> asking() > 0);
    }

    /** Allows it, also to those who ask later, and returns when nobody asks any more. */
    void allow() {
        awaitAsked();
        await().atMost(SOON).during(Duration.ofSeconds(1)).until(() -> {
            exporterTables
                    .sql("update exporter.recovery set allowed_at = now() where allowed_at is null")
                    .update();
            return asking() == 0;
        });
    }

    /** How many assignments on the feeds are to be taken back. */
    int undecided() {
        return exporterTables
                .sql("select max(undecided) from exporter.recovery")
                .query(Integer.class)
                .single();
    }

    /** How many partitions stand still and ask. */
    int asking() {
        return exporterTables
                .sql("select count(*) from exporter.recovery")
                .query(Integer.class)
                .single();
    }

    /** The service says it, and what to do. */
    static void assertSaid(Service service) {
        assertThat(service.get("/actuator/health").body())
                .contains("\"waitingForRecovery\":[\"")
                .contains("run bin/recover");
    }
}
