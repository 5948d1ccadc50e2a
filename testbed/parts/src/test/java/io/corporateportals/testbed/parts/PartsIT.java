package io.corporateportals.testbed.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.corporateportals.testbed.parts.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PartsExtension.class)
class PartsIT {
    @Test
    void aServiceCanMakeItsOwnSchema(Parts parts) throws Exception {
        Database database = parts.freshDatabase();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(Database.ASSIGNER));
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA assigner");
            assertThat(connection.getMetaData().getUserName()).isEqualTo("portal_assigner");
        }
    }

    @Test
    void topicsCanBeMadeAnew(Parts parts) {
        parts.freshTopics();
        parts.freshTopics();
    }
}
