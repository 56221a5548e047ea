package io.waybot.db.audience;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and reads audiences. A set never changes after it is written; a repeated step replaces its
 * own sets, so doing a step twice equals doing it once.
 */
@Component
public class AudienceStore {
  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final Clock clock;

  AudienceStore(JdbcClient sql, JdbcTemplate batch, Clock clock) {
    this.sql = sql;
    this.batch = batch;
    this.clock = clock;
  }

  /** Stores {@code customers} (internal numbers) and answers its reference. */
  @Transactional
  public AudienceRef save(NewAudience origin, RoaringBitmap customers) {
    replaceEarlier(origin);
    var id = UUID.randomUUID();
    var chunks = chunksOf(customers);
    batch.update(
        "insert into audience (id, run_id, step_id, element_id, name, rule_code, customers, hash,"
            + " lineage, created_at) values (?,?,?,?,?,?,?,?,?,?)",
        id,
        origin.runId(),
        origin.stepId(),
        origin.elementId(),
        origin.name(),
        origin.ruleCode(),
        customers.getCardinality(),
        hashOf(chunks),
        origin.lineage(),
        Timestamp.from(clock.instant()));
    batch.batchUpdate(
        "insert into audience_chunk (audience_id, chunk, bits) values (?,?,?)",
        chunks,
        100,
        (row, chunk) -> {
          row.setObject(1, id);
          row.setInt(2, chunk.number());
          row.setBytes(3, chunk.bits());
        });
    return new AudienceRef(id, customers.getCardinality());
  }

  private void replaceEarlier(NewAudience origin) {
    if (origin.stepId() != null) {
      sql.sql("delete from audience where step_id = ? and name = ? and coalesce(rule_code, '') = ?")
          .params(
              origin.stepId(), origin.name(), origin.ruleCode() == null ? "" : origin.ruleCode())
          .update();
    }
  }

  /**
   * The whole set. Memory: at most 8 KB per 65,536 customer numbers.
   *
   * @throws IllegalArgumentException if there is no such audience
   */
  public RoaringBitmap load(UUID id) {
    if (find(id).isEmpty()) {
      throw new IllegalArgumentException("no audience " + id);
    }
    var all = new RoaringBitmap();
    for (var chunk :
        sql.sql("select chunk, bits from audience_chunk where audience_id = ? order by chunk")
            .param(id)
            .query((row, i) -> new Chunk(row.getInt(1), row.getBytes(2)))
            .list()) {
      all.or(RoaringBitmap.addOffset(read(chunk.bits()), (long) chunk.number() << 16));
    }
    return all;
  }

  /** Whether the set holds one customer: reads a single chunk row. */
  public boolean contains(UUID id, int customer) {
    return sql.sql("select bits from audience_chunk where audience_id = ? and chunk = ?")
        .params(id, customer >>> 16)
        .query((row, i) -> row.getBytes(1))
        .optional()
        .map(bits -> read(bits).contains(customer & 0xFFFF))
        .orElse(false);
  }

  /** What is known of the set without its customers. */
  public Optional<Audience> find(UUID id) {
    return sql.sql(SELECT + " where id = ?").param(id).query(AudienceStore::audience).optional();
  }

  /** All sets of a run, in the order they were made. */
  public List<Audience> ofRun(UUID runId) {
    return sql.sql(SELECT + " where run_id = ? order by created_at, element_id, name, rule_code")
        .param(runId)
        .query(AudienceStore::audience)
        .list();
  }

  private static final String SELECT =
      "select id, run_id, step_id, element_id, name, rule_code, customers, hash, lineage from"
          + " audience";

  private static Audience audience(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new Audience(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        row.getString(8),
        row.getString(9));
  }

  private record Chunk(int number, byte[] bits) {}

  private static List<Chunk> chunksOf(RoaringBitmap customers) {
    var chunks = new ArrayList<Chunk>();
    for (var it = customers.getIntIterator(); it.hasNext(); ) {
      int number = it.peekNext() >>> 16;
      long from = (long) number << 16;
      var part = RoaringBitmap.addOffset(customers.selectRange(from, from + 65_536), -from);
      part.runOptimize();
      chunks.add(new Chunk(number, write(part)));
      it.advanceIfNeeded((int) (from + 65_536));
    }
    return chunks;
  }

  private static byte[] write(RoaringBitmap bitmap) {
    var bytes = new ByteArrayOutputStream(bitmap.serializedSizeInBytes());
    try (var out = new DataOutputStream(bytes)) {
      bitmap.serialize(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static RoaringBitmap read(byte @Nullable [] bits) {
    return bits == null
        ? new RoaringBitmap()
        : new ImmutableRoaringBitmap(ByteBuffer.wrap(bits)).toRoaringBitmap();
  }

  private static String hashOf(List<Chunk> chunks) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var chunk : chunks) {
        sha.update(ByteBuffer.allocate(4).putInt(chunk.number()).array());
        sha.update(chunk.bits());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
