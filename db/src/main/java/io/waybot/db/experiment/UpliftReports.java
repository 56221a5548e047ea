package io.waybot.db.experiment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One report per run; a newer one replaces it. */
@Component
public class UpliftReports {
  private static final String SELECT =
      "select run_id, journey_id, business_date, state, computed_at, window_days, treatment_n,"
          + " treatment_converted, control_n, control_converted, treatment_rate, control_rate,"
          + " uplift, low, high, confidence, srm_p, expected_share, amount_treatment_yuan,"
          + " amount_control_yuan, amount_caused_yuan, cost_yuan, contacted, detail from"
          + " uplift_report";
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;

  UpliftReports(JdbcClient sql, JdbcTemplate jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** Stores the report in the place of the run's earlier one. */
  @Transactional
  public void save(UpliftReport report) {
    sql.sql("select id from run where id = ? for update")
        .param(report.runId())
        .query(UUID.class)
        .single();
    jdbc.update("delete from uplift_report where run_id = ?", report.runId());
    jdbc.update(
        "insert into uplift_report (id, run_id, journey_id, business_date, state, computed_at,"
            + " window_days, treatment_n, treatment_converted, control_n, control_converted,"
            + " treatment_rate, control_rate, uplift, low, high, confidence, srm_p, expected_share,"
            + " amount_treatment_yuan, amount_control_yuan, amount_caused_yuan, cost_yuan,"
            + " contacted, detail) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        UUID.randomUUID(),
        report.runId(),
        report.journeyId(),
        Date.valueOf(report.businessDate()),
        report.state().name(),
        Timestamp.from(report.computedAt()),
        report.windowDays(),
        report.treatmentCustomers(),
        report.treatmentConverted(),
        report.controlCustomers(),
        report.controlConverted(),
        report.treatmentRate(),
        report.controlRate(),
        report.uplift(),
        report.low(),
        report.high(),
        report.confidence(),
        report.srmP(),
        report.expectedControlShare(),
        report.amountTreatmentYuan(),
        report.amountControlYuan(),
        report.amountCausedYuan(),
        report.costYuan(),
        report.contacted(),
        report.detail());
  }

  public Optional<UpliftReport> ofRun(UUID runId) {
    return sql.sql(SELECT + " where run_id = ?")
        .param(runId)
        .query(UpliftReports::report)
        .optional();
  }

  /** Reports whose window is still open. */
  public List<UpliftReport> provisional() {
    return sql.sql(SELECT + " where state = 'PROVISIONAL' order by business_date, run_id")
        .query(UpliftReports::report)
        .list();
  }

  /** A journey's reports of real runs, newest date first; of each date the latest attempt only. */
  public List<UpliftReport> ofJourney(UUID journeyId) {
    return sql.sql(
            SELECT
                + " where journey_id = ? and run_id in (select r.id from run r where r.kind <>"
                + " 'REHEARSAL' and not exists (select 1 from run l join uplift_report u on"
                + " u.run_id = l.id where l.journey_id = r.journey_id and l.business_date ="
                + " r.business_date and l.kind <> 'REHEARSAL' and (l.attempt > r.attempt or"
                + " (l.attempt = r.attempt and l.kind > r.kind)))) order by business_date desc")
        .param(journeyId)
        .query(UpliftReports::report)
        .list();
  }

  private static UpliftReport report(ResultSet row, int i) throws SQLException {
    return new UpliftReport(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getDate(3).toLocalDate(),
        UpliftReport.State.valueOf(row.getString(4)),
        row.getTimestamp(5).toInstant(),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8),
        row.getInt(9),
        row.getInt(10),
        row.getDouble(11),
        row.getDouble(12),
        row.getDouble(13),
        row.getDouble(14),
        row.getDouble(15),
        row.getDouble(16),
        row.getDouble(17),
        row.getDouble(18),
        row.getBigDecimal(19),
        row.getBigDecimal(20),
        row.getBigDecimal(21),
        row.getBigDecimal(22),
        row.getInt(23),
        row.getString(24));
  }
}
