package io.waybot.db.audience;

import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which customers entered a journey on which business date. */
@Component
public class JourneyEntries {
  private static final int BATCH = 5_000;
  private final JdbcTemplate batch;

  JourneyEntries(JdbcTemplate batch) {
    this.batch = batch;
  }

  /**
   * Who entered on one of the dates from {@code first} (included) until {@code before} (excluded).
   */
  public RoaringBitmap between(UUID journey, LocalDate first, LocalDate before) {
    var writer = RoaringBitmapWriter.writer().get();
    batch.query(
        "select customer from journey_entry where journey_id = ? and business_date >= ? and"
            + " business_date < ?",
        row -> {
          writer.add(row.getInt(1));
        },
        journey,
        Date.valueOf(first),
        Date.valueOf(before));
    return writer.get();
  }

  /**
   * Notes who entered with a run. Noting it again changes nothing, and a customer who entered with
   * another run of the same date keeps that entry.
   */
  @Transactional
  public void enter(UUID journey, UUID run, LocalDate businessDate, RoaringBitmap customers) {
    var there = between(journey, businessDate, businessDate.plusDays(1));
    var fresh = RoaringBitmap.andNot(customers, there).toArray();
    for (int from = 0; from < fresh.length; from += BATCH) {
      var part = java.util.Arrays.copyOfRange(fresh, from, Math.min(from + BATCH, fresh.length));
      batch.batchUpdate(
          "insert into journey_entry (journey_id, customer, business_date, run_id) values (?,?,?,?)"
              + " on conflict do nothing",
          java.util.Arrays.stream(part).boxed().toList(),
          BATCH,
          (row, customer) -> {
            row.setObject(1, journey);
            row.setInt(2, customer);
            row.setDate(3, Date.valueOf(businessDate));
            row.setObject(4, run);
          });
    }
  }
}
