package io.waybot.db.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs that wait for data. */
@Component
public class DataNeeds {
  private final JdbcClient sql;
  private final JdbcTemplate batch;

  DataNeeds(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** Notes the need of a step; noting it again replaces it. */
  @Transactional
  public void note(DataNeed need) {
    batch.update("delete from data_need where step_id = ?", need.stepId());
    batch.update(
        "insert into data_need (step_id, run_id, datasets, data_date, cut_off, previous_day) values"
            + " (?,?,?,?,?,?)",
        need.stepId(),
        need.runId(),
        String.join(",", need.datasets()),
        java.sql.Date.valueOf(need.dataDate()),
        java.sql.Timestamp.from(need.cutOff()),
        need.previousDay());
  }

  /** The needs of steps that are parked, the most urgent first. */
  public List<DataNeed> waiting() {
    return sql.sql(
            "select n.step_id, n.run_id, n.datasets, n.data_date, n.cut_off, n.previous_day from"
                + " data_need n join robot_step s on s.id = n.step_id where s.state = 'PARKED'"
                + " order by n.cut_off")
        .query(DataNeeds::need)
        .list();
  }

  /** The step is done or its run skipped. */
  public void forget(UUID stepId) {
    batch.update("delete from data_need where step_id = ?", stepId);
  }

  private static DataNeed need(ResultSet row, int i) throws SQLException {
    return new DataNeed(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        List.of(row.getString(3).split(",")),
        row.getDate(4).toLocalDate(),
        row.getTimestamp(5).toInstant(),
        row.getBoolean(6));
  }
}
