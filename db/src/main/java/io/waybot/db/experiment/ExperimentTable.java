package io.waybot.db.experiment;

import java.util.Optional;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the holdout rule needs: salts, the global holdout and customer keys. */
@Component
public class ExperimentTable {
  private static final int CHUNK = 65_536;
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;

  ExperimentTable(JdbcClient sql, JdbcTemplate jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** Takes one customer. */
  @FunctionalInterface
  public interface KeyHandler {
    void accept(int number, String customerKey);
  }

  /**
   * The salt of a journey's experiment: the same for all versions, dates, waves and reruns.
   *
   * @throws IllegalArgumentException if there is no such journey
   */
  public String saltOf(UUID journeyId) {
    return sql.sql("select experiment_salt from journey where id = ?")
        .param(journeyId)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no journey " + journeyId));
  }

  /** The number people know a journey version by. */
  public int versionNumber(UUID journeyVersionId) {
    return sql.sql("select version_no from journey_version where id = ?")
        .param(journeyVersionId)
        .query(Integer.class)
        .single();
  }

  /** The settings of a journey version, as JSON. */
  public String settingsOf(UUID journeyVersionId) {
    return sql.sql("select settings from journey_version where id = ?")
        .param(journeyVersionId)
        .query(String.class)
        .single();
  }

  /**
   * The bank's own holdout of a calendar year, kept out of every journey; empty when the bank has
   * set none. Settings {@code global.salt.<year>} and {@code global.holdout.<year>} (a share, 0 to
   * 1).
   */
  public Optional<GlobalHoldout> globalHoldout(int year) {
    return setting("global.salt." + year)
        .flatMap(salt ->
            setting("global.holdout." + year)
                .map(share -> new GlobalHoldout(salt, Double.parseDouble(share))));
  }

  /** The bank's holdout: who is in it is never marketed to in that year. */
  public record GlobalHoldout(String salt, double share) {}

  private Optional<String> setting(String name) {
    return sql.sql("select text from setting where name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  /** Hands over the bank's key of every given customer, in number order, by range scans. */
  public void keys(RoaringBitmap customers, KeyHandler handler) {
    RowCallbackHandler row =
        result -> {
          int number = result.getInt(1);
          if (customers.contains(number)) {
            handler.accept(number, result.getString(2));
          }
        };
    for (var it = customers.getIntIterator(); it.hasNext(); ) {
      int first = it.peekNext();
      int end = (first & -CHUNK) + CHUNK;
      jdbc.query(
          "select number, customer_key from customer where number between ? and ? order by"
              + " number",
          row,
          first,
          (int) customers.previousValue(end - 1));
      it.advanceIfNeeded(end);
    }
  }
}
