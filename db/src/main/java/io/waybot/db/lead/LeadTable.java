package io.waybot.db.lead;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leads in bulk. Unique on (scope run, step, customer): a repeated step finds its own rows. An
 * opened lead is a contact and counts against caps.
 */
@Component
public class LeadTable {
  private static final int ROWS_AT_ONCE = 500;
  private final JdbcTemplate sql;
  private final Clock clock;

  LeadTable(JdbcTemplate sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Which step of which run makes the leads. */
  public record Origin(UUID runId, UUID scopeRunId, String step, UUID journeyId) {}

  /** Somebody who works leads. */
  public record Worker(String login, String org, int leadsPerDay) {}

  /** Adds those that are not there yet, with their contacts, in one transaction. */
  @Transactional
  public void add(Origin origin, List<NewLead> leads) {
    var there = customersOf(origin.scopeRunId(), origin.step());
    var fresh = leads.stream().filter(lead -> !there.contains(lead.customer())).toList();
    var now = clock.instant();
    var ids = new HashMap<Integer, UUID>();
    fresh.forEach(lead -> ids.put(lead.customer(), UUID.randomUUID()));
    sql.batchUpdate(
        "insert into lead (id, run_id, scope_run_id, step, journey_id, customer, org_code,"
            + " staff_login, product_code, content_code, script_code, priority, score, value_yuan,"
            + " reasons, state, due_on, created_at, closed_at, if_expired, version) values"
            + " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0)",
        fresh,
        ROWS_AT_ONCE,
        (row, lead) -> {
          row.setObject(1, ids.get(lead.customer()));
          row.setObject(2, origin.runId());
          row.setObject(3, origin.scopeRunId());
          row.setString(4, origin.step());
          row.setObject(5, origin.journeyId());
          row.setInt(6, lead.customer());
          row.setString(7, lead.org());
          row.setString(8, lead.staff());
          row.setString(9, lead.product());
          row.setString(10, lead.content());
          row.setString(11, lead.script());
          row.setInt(12, lead.priority());
          row.setFloat(13, lead.score());
          row.setDouble(14, lead.valueYuan());
          row.setString(15, lead.reasons());
          row.setString(16, lead.withheld() == null ? "OPEN" : "EXPIRED");
          row.setObject(17, lead.dueOn());
          row.setTimestamp(18, Timestamp.from(now));
          row.setTimestamp(19, lead.withheld() == null ? null : Timestamp.from(now));
          row.setString(20, lead.ifExpired().name());
        });
    logContacts(origin, fresh.stream().filter(lead -> lead.withheld() == null).toList(), ids, now);
    fresh.stream()
        .filter(lead -> lead.withheld() != null)
        .forEach(lead -> act(ids.get(lead.customer()), "robot", "withheld", lead.withheld(), now));
  }

  private void logContacts(
      Origin origin, List<NewLead> opened, Map<Integer, UUID> ids, Instant now) {
    var today = LocalDate.now(clock);
    sql.batchUpdate(
        "insert into contact_log (customer, channel, at, contact_date, run_id, dispatch_id) values"
            + " (?,'branch',?,?,?,?) on conflict do nothing",
        opened,
        ROWS_AT_ONCE,
        (row, lead) -> {
          row.setInt(1, lead.customer());
          row.setTimestamp(2, Timestamp.from(now));
          row.setObject(3, today);
          row.setObject(4, origin.scopeRunId());
          row.setObject(5, ids.get(lead.customer()));
        });
  }

  /** Writes down one act on a lead. */
  public void act(
      @Nullable UUID lead, String actor, String act, @Nullable String detail, Instant at) {
    sql.update(
        "insert into lead_act (id, lead_id, at, actor, act, detail) values (?,?,?,?,?,?)",
        UUID.randomUUID(),
        lead,
        Timestamp.from(at),
        actor,
        act,
        detail);
  }

  /** Customers for whom a step has made leads. */
  public Set<Integer> customersOf(UUID scopeRun, String step) {
    return new HashSet<>(
        sql.queryForList(
            "select customer from lead where scope_run_id = ? and step = ?",
            Integer.class,
            scopeRun,
            step));
  }

  /** Open leads of a step that nobody had room for. */
  public int unassigned(UUID scopeRun, String step) {
    var count =
        sql.queryForObject(
            "select count(*) from lead where scope_run_id = ? and step = ? and staff_login is null"
                + " and state = 'OPEN'",
            Integer.class,
            scopeRun,
            step);
    return count == null ? 0 : count;
  }

  /** Everybody who takes leads, by login. */
  public List<Worker> workers() {
    return sql.query(
        "select login, org_code, leads_per_day from app_user where active and leads_per_day > 0"
            + " order by login",
        (row, i) -> new Worker(row.getString(1), row.getString(2), row.getInt(3)));
  }

  /**
   * Leads handed out on the bank's local day, by login.
   *
   * @param journey of this journey only; null: of all
   */
  public Map<String, Integer> handedToday(@Nullable UUID journey) {
    var handed = new HashMap<String, Integer>();
    var from = LocalDate.now(clock).atStartOfDay(clock.getZone());
    sql.query(
        "select staff_login, count(*) from lead where created_at >= ? and created_at < ? and"
            + " staff_login is not null and (journey_id = ? or ?) group by staff_login",
        row -> {
          handed.put(row.getString(1), row.getInt(2));
        },
        Timestamp.from(from.toInstant()),
        Timestamp.from(from.plusDays(1).toInstant()),
        journey,
        journey == null);
    return handed;
  }
}
