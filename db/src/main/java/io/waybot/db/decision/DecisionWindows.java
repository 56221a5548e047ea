package io.waybot.db.decision;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The windows of a business date and who sits in them. */
@Component
public class DecisionWindows {
  private static final String SELECT =
      "select w.id, w.business_date, w.sequence, w.kind, w.state from decision_window w";
  private static final String PARTICIPANT =
      "select window_id, step_id, run_id, audience_id, offer from decision_participant";
  private static final int RACES = 5;

  private final JdbcClient sql;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DecisionWindows(JdbcClient sql, Clock clock, PlatformTransactionManager transactions) {
    this.sql = sql;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Takes a seat in the date's open window, or in the one where this step already sits. */
  public DecisionWindow join(
      LocalDate businessDate, boolean rehearsal, UUID step, UUID run, UUID audience, String terms) {
    for (int race = 1; ; race++) {
      try {
        return transaction.execute(status -> {
          var seat = ofStep(step);
          if (seat.isPresent()) {
            return seat.get();
          }
          int last = lastSequence(businessDate, rehearsal);
          var window =
              rehearsal
                  ? open(businessDate, true, last + 1)
                  : openWindow(businessDate).orElseGet(() -> open(businessDate, false, last + 1));
          sit(window.id(), step, run, audience, terms);
          return window;
        });
      } catch (DuplicateKeyException e) {
        if (race == RACES) {
          throw e;
        }
      }
    }
  }

  /** The window where a step sits. */
  public Optional<DecisionWindow> ofStep(UUID step) {
    return sql.sql(
            SELECT + " join decision_participant p on p.window_id = w.id where p.step_id = ?")
        .param(step)
        .query(DecisionWindows::window)
        .optional();
  }

  /** The windows in which steps of a run sat, first to last. */
  public List<DecisionWindow> ofRun(UUID run) {
    return sql.sql(
            SELECT
                + " where w.id in (select p.window_id from decision_participant p where p.run_id ="
                + " ?) order by w.opened_at, w.sequence")
        .param(run)
        .query(DecisionWindows::window)
        .list();
  }

  /** All windows that still wait. */
  public List<DecisionWindow> undecided() {
    return sql.sql(SELECT + " where w.state = 'OPEN' order by w.opened_at")
        .query(DecisionWindows::window)
        .list();
  }

  /** The window, locked until the caller's transaction ends. */
  public DecisionWindow lock(UUID window) {
    return sql.sql(SELECT + " where w.id = ? for update")
        .param(window)
        .query(DecisionWindows::window)
        .single();
  }

  /** Who sits in a window, in a fixed order. */
  public List<Participant> participants(UUID window) {
    return sql.sql(PARTICIPANT + " where window_id = ? order by step_id")
        .param(window)
        .query(DecisionWindows::participant)
        .list();
  }

  /**
   * Runs of the window's date that will still ask for a decision: begun, not ended, drawn with a
   * decide step, and in no window so far.
   */
  public int expected(DecisionWindow window) {
    return sql.sql(
            "select count(*) from run r join journey_version v on v.id = r.journey_version_id where"
                + " r.business_date = ? and r.kind in ('DAILY', 'RERUN') and r.state in"
                + " ('STARTING', 'WAITING_DATA', 'RUNNING', 'INCIDENT') and v.bpmn like"
                + " '%\"decide-treatments\"%' and not exists (select 1 from decision_participant p"
                + " where p.run_id = r.id)")
        .param(Date.valueOf(window.businessDate()))
        .query(Integer.class)
        .single();
  }

  /** Closes a window with its proof, in the caller's transaction. */
  public void decided(UUID window, double upperBound, double objective, double gap) {
    sql.sql(
            "update decision_window set state = 'DECIDED', decided_at = ?, upper_bound = ?,"
                + " objective = ?, gap = ? where id = ?")
        .params(Timestamp.from(clock.instant()), upperBound, objective, gap, window)
        .update();
  }

  /** How good the window's decision is; empty while it is open. */
  public Optional<Proof> proof(UUID window) {
    return sql.sql(
            "select objective, upper_bound, gap from decision_window where id = ? and state ="
                + " 'DECIDED'")
        .param(window)
        .query((row, i) -> new Proof(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
        .optional();
  }

  /**
   * @param boundYuan no plan is worth more
   * @param gap at most this share of the best possible value was missed
   */
  public record Proof(double valueYuan, double boundYuan, double gap) {}

  private Optional<DecisionWindow> openWindow(LocalDate businessDate) {
    return sql.sql(
            SELECT
                + " where w.business_date = ? and w.kind = 'DAILY' and w.state = 'OPEN' order by"
                + " w.sequence limit 1 for update")
        .param(Date.valueOf(businessDate))
        .query(DecisionWindows::window)
        .optional()
        .filter(window -> !window.decided());
  }

  /**
   * Asked for before the open window is looked for: a window that somebody opens after that look
   * takes the same number and is found at the next race, so that never two are open.
   */
  private int lastSequence(LocalDate businessDate, boolean rehearsal) {
    return sql.sql(
            "select coalesce(max(sequence), 0) from decision_window where business_date = ? and"
                + " kind = ?")
        .params(Date.valueOf(businessDate), kind(rehearsal))
        .query(Integer.class)
        .single();
  }

  private static String kind(boolean rehearsal) {
    return rehearsal ? "REHEARSAL" : "DAILY";
  }

  private DecisionWindow open(LocalDate businessDate, boolean rehearsal, int sequence) {
    var id = UUID.randomUUID();
    sql.sql(
            "insert into decision_window (id, business_date, sequence, kind, state, opened_at)"
                + " values (?,?,?,?,'OPEN',?)")
        .params(
            id,
            Date.valueOf(businessDate),
            sequence,
            kind(rehearsal),
            Timestamp.from(clock.instant()))
        .update();
    return new DecisionWindow(id, businessDate, sequence, rehearsal, false);
  }

  private void sit(UUID window, UUID step, UUID run, UUID audience, String terms) {
    sql.sql(
            "insert into decision_participant (window_id, step_id, run_id, audience_id, offer,"
                + " joined_at) values (?,?,?,?,?,?)")
        .params(window, step, run, audience, terms, Timestamp.from(clock.instant()))
        .update();
  }

  private static DecisionWindow window(ResultSet row, int i) throws SQLException {
    return new DecisionWindow(
        row.getObject(1, UUID.class),
        row.getDate(2).toLocalDate(),
        row.getInt(3),
        row.getString(4).equals("REHEARSAL"),
        row.getString(5).equals("DECIDED"));
  }

  private static Participant participant(ResultSet row, int i) throws SQLException {
    return new Participant(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        row.getString(5));
  }
}
