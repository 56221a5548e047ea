package io.waybot.db.model;

import java.nio.ByteBuffer;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scores as column chunks: 65,536 floats per (model version, business date, chunk), NaN for
 * customers that were not scored. A score once given stays: decisions are recomputed from it.
 */
@Component
public class ScoreStore {
  /** Customers in one chunk. */
  public static final int CHUNK = 65_536;

  private static final String WHERE =
      " where model_version_id = ? and business_date = ? and chunk = ?";
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;

  ScoreStore(JdbcClient sql, JdbcTemplate jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** Takes one customer's score. */
  @FunctionalInterface
  public interface ScoreHandler {
    void accept(int customer, float score);
  }

  /** The chunk's scores by {@code number & 0xFFFF}; all NaN if nothing was scored. */
  public float[] load(UUID versionId, LocalDate businessDate, int chunk) {
    return sql.sql("select scores from score_chunk" + WHERE)
        .params(versionId, Date.valueOf(businessDate), chunk)
        .query((row, i) -> floats(row.getBytes(1)))
        .optional()
        .orElseGet(ScoreStore::nothing);
  }

  /** Adds scores to a chunk; customers who have one keep it, NaN adds nothing. */
  @Transactional
  public void add(UUID versionId, LocalDate businessDate, int chunk, float[] scores) {
    var date = Date.valueOf(businessDate);
    boolean first =
        jdbc.update(
                "insert into score_chunk (model_version_id, business_date, chunk, scores) values"
                    + " (?,?,?,?) on conflict do nothing",
                versionId,
                date,
                chunk,
                bytes(scores))
            == 1;
    if (first) {
      return;
    }
    var stored =
        sql.sql("select scores from score_chunk" + WHERE + " for update")
            .params(versionId, date, chunk)
            .query((row, i) -> floats(row.getBytes(1)))
            .single();
    for (int i = 0; i < CHUNK; i++) {
      stored[i] = Float.isNaN(stored[i]) ? scores[i] : stored[i];
    }
    jdbc.update("update score_chunk set scores = ?" + WHERE, bytes(stored), versionId, date, chunk);
  }

  /** Hands over the score of each given customer in number order; NaN if there is none. */
  public void each(
      UUID versionId, LocalDate businessDate, RoaringBitmap customers, ScoreHandler handler) {
    int loaded = -1;
    var scores = new float[0];
    for (var it = customers.getIntIterator(); it.hasNext(); ) {
      int customer = it.next();
      if (customer >>> 16 != loaded) {
        loaded = customer >>> 16;
        scores = load(versionId, businessDate, loaded);
      }
      handler.accept(customer, scores[customer & 0xFFFF]);
    }
  }

  private static float[] nothing() {
    var scores = new float[CHUNK];
    Arrays.fill(scores, Float.NaN);
    return scores;
  }

  private static byte[] bytes(float[] scores) {
    var buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);
    buffer.asFloatBuffer().put(scores);
    return buffer.array();
  }

  private static float[] floats(byte[] bytes) {
    var scores = new float[CHUNK];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(scores);
    return scores;
  }
}
