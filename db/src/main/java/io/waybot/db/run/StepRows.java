package io.waybot.db.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a row of the step ledger is read. */
class StepRows {
  static final String SELECT =
      "select id, run_id, engine_id, element_instance_key, element_id, pass, robot, job_key, state,"
          + " acknowledged, attempts, customers_in, output, error, started_at, finished_at from"
          + " robot_step ";

  private StepRows() {}

  static RobotStep step(ResultSet row, int i) throws SQLException {
    return new RobotStep(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("engine_id", UUID.class),
        row.getLong("element_instance_key"),
        row.getString("element_id"),
        row.getInt("pass"),
        row.getString("robot"),
        row.getLong("job_key"),
        RobotStep.State.valueOf(row.getString("state")),
        row.getBoolean("acknowledged"),
        row.getInt("attempts"),
        row.getObject("customers_in", Integer.class),
        row.getString("output"),
        row.getString("error"),
        row.getTimestamp("started_at").toInstant(),
        instant(row.getTimestamp("finished_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
