package io.waybot.runtime.why;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledgers hold about one customer and one run. */
@Component
class CustomerTrail {
  private final JdbcClient sql;

  CustomerTrail(JdbcClient sql) {
    this.sql = sql;
  }

  /** The run as far as it matters here. */
  record RunFacts(UUID scopeRunId, UUID journeyId, String ownerPath, Instant startedAt) {}

  Optional<RunFacts> run(UUID run) {
    return sql.sql(
            "select r.scope_run_id, r.journey_id, o.path, r.started_at from run r join journey j on"
                + " j.id = r.journey_id join org_unit o on o.code = j.owner_org where r.id = ?")
        .param(run)
        .query((row, i) ->
            new RunFacts(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .optional();
  }

  List<WhyView.Sent> dispatches(UUID scopeRun, int customer) {
    return sql.sql(
            "select id, step, channel, state, rule, attempts, sent_at from dispatch where"
                + " scope_run_id = ? and customer = ? order by created_at, step")
        .params(scopeRun, customer)
        .query(this::sent)
        .list();
  }

  private WhyView.Sent sent(ResultSet row, int i) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var step = row.getString(2).split("#", 2);
    return new WhyView.Sent(
        id,
        step[0],
        Integer.parseInt(step[1]),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        instant(row.getTimestamp(7)),
        receipts(id));
  }

  private List<WhyView.Receipt> receipts(UUID dispatch) {
    return sql.sql("select type, at from receipt where dispatch_id = ? order by at, type")
        .param(dispatch)
        .query((row, i) -> new WhyView.Receipt(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  WhyView.@Nullable Handed lead(UUID scopeRun, int customer) {
    return sql.sql(
            "select id, staff_login, state, outcome, due_on from lead where scope_run_id = ? and"
                + " customer = ? order by created_at limit 1")
        .params(scopeRun, customer)
        .query((row, i) ->
            new WhyView.Handed(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class)))
        .optional()
        .orElse(null);
  }

  /** Sales since the run began, whatever caused them. */
  List<WhyView.Sale> conversions(int customer, Instant since) {
    return sql.sql(
            "select product_code, at from conversion where customer = ? and at >= ? order by at")
        .params(customer, Timestamp.from(since))
        .query((row, i) -> new WhyView.Sale(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
