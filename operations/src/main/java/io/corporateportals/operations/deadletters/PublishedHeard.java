package io.corporateportals.operations.deadletters;

import io.corporateportals.operations.CannotGoOn;
import io.corporateportals.operations.RunningSystem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads how far learners were heard from the view that the assigner publishes. */
final class PublishedHeard {
    private static final String QUERY = """
            select user_id, terminated, revision, identity_offset from published.learners_heard
            where user_id = any(?)""";

    private static final String ASSIGNER = "portal_assigner";

    private final RunningSystem system;

    PublishedHeard(RunningSystem system) {
        this.system = system;
    }

    /** Those of the learners who are known, by their ids. */
    Map<String, Heard> of(Collection<String> users) {
        if (users.isEmpty()) return Map.of();
        try (Connection database = system.database().connect(ASSIGNER);
                PreparedStatement query = database.prepareStatement(QUERY)) {
            query.setArray(1, database.createArrayOf("text", users.toArray()));
            return heard(query);
        } catch (SQLException fault) {
            throw new CannotGoOn("published.learners_heard cannot be read (SQL state " + fault.getSQLState()
                    + "): start the portal-assigner of this release once, and grant the view to --jdbc-user");
        }
    }

    private static Map<String, Heard> heard(PreparedStatement query) throws SQLException {
        Map<String, Heard> heard = new HashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next())
                heard.put(row.getString(1), new Heard(row.getBoolean(2), row.getObject(3, Long.class), row.getLong(4)));
        }
        return heard;
    }
}
