package io.corporateportals.assigner.jdbc;

import io.corporateportals.assigner.model.Assignment;
import io.corporateportals.assigner.model.AssignmentId;
import io.corporateportals.assigner.model.Basis;
import io.corporateportals.assigner.model.PortalId;
import io.corporateportals.assigner.model.Terms;
import io.corporateportals.assigner.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** How an assignment is read from a row. */
final class AssignmentRow {
    private AssignmentRow() {}

    static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                new AssignmentId(row.getObject("assignment_id", UUID.class)),
                new UserId(row.getString("user_id")),
                new Terms(
                        new PortalId(row.getString("portal_id")),
                        Basis.valueOf(row.getString("basis")),
                        row.getBoolean("shared")));
    }
}
