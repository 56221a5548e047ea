package io.waybot.db.event;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On which dates events were derived, and for whom lasting conditions held then. */
@Component
public class EventDetections {
  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final AudienceStore audiences;
  private final Clock clock;

  EventDetections(JdbcClient sql, JdbcTemplate batch, AudienceStore audiences, Clock clock) {
    this.sql = sql;
    this.batch = batch;
    this.audiences = audiences;
    this.clock = clock;
  }

  /**
   * What a date's detection found.
   *
   * @param events new events
   * @param customers who had one
   * @param staged customers with a stage
   */
  public record Found(int events, int customers, int staged) {}

  public Optional<Found> of(LocalDate businessDate) {
    return sql.sql("select events, customers, staged from event_detection where business_date = ?")
        .param(Date.valueOf(businessDate))
        .query((row, i) -> new Found(row.getInt(1), row.getInt(2), row.getInt(3)))
        .optional();
  }

  /**
   * Begins a date, in the caller's transaction; whoever comes second waits for the first to end.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the date was done
   */
  public void begin(LocalDate businessDate) {
    batch.update(
        "insert into event_detection (business_date, detected_at, events, customers, staged)"
            + " values (?,?,0,0,0)",
        Date.valueOf(businessDate),
        Timestamp.from(clock.instant()));
  }

  public void end(LocalDate businessDate, Found found) {
    batch.update(
        "update event_detection set events = ?, customers = ?, staged = ? where business_date = ?",
        found.events(),
        found.customers(),
        found.staged(),
        Date.valueOf(businessDate));
  }

  /** For whom the condition held when it was last looked at; empty before the first time. */
  public RoaringBitmap standing(String code) {
    return sql.sql("select audience_id from event_standing where code = ?")
        .param(code)
        .query(UUID.class)
        .optional()
        .map(audiences::load)
        .orElseGet(RoaringBitmap::new);
  }

  public void stand(String code, LocalDate businessDate, RoaringBitmap customers) {
    var before =
        sql.sql("select audience_id from event_standing where code = ?")
            .param(code)
            .query(UUID.class)
            .optional();
    var now = audiences.save(new NewAudience(null, null, null, code, null, null), customers);
    batch.update("delete from event_standing where code = ?", code);
    batch.update(
        "insert into event_standing (code, business_date, audience_id) values (?,?,?)",
        code,
        Date.valueOf(businessDate),
        now.id());
    before.ifPresent(old -> batch.update("delete from audience where id = ?", old));
  }
}
