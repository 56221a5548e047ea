package io.waybot.db.audience;

import io.waybot.db.imports.BulkInsert;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which customers entered a journey on which business date. */
@Component
public class JourneyEntries {
  private static final List<String> COLUMNS =
      List.of("journey_id", "customer", "business_date", "run_id");
  private static final int AT_ONCE = 250_000;

  private final JdbcTemplate batch;
  private final BulkInsert bulk;

  JourneyEntries(JdbcTemplate batch) {
    this.batch = batch;
    this.bulk = new BulkInsert(batch);
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
   * Notes who entered with a run, many of them in several transactions of their own. Noting it
   * again changes nothing and adds who is missing, and a customer who entered with another run of
   * the same date keeps that entry.
   *
   * @throws org.springframework.dao.DuplicateKeyException if another run notes the same customers
   *     at this moment; asked again it finds them
   */
  public void enter(UUID journey, UUID run, LocalDate businessDate, RoaringBitmap customers) {
    var there = between(journey, businessDate, businessDate.plusDays(1));
    var fresh = RoaringBitmap.andNot(customers, there);
    IntStream.rangeClosed(0, Math.max(0, fresh.getCardinality() - 1) / AT_ONCE)
        .parallel()
        .forEach(part -> note(journey, run, businessDate, part(fresh, part)));
  }

  private static RoaringBitmap part(RoaringBitmap customers, int part) {
    int from = part * AT_ONCE;
    int to = Math.min(from + AT_ONCE, customers.getCardinality());
    return from == to
        ? customers
        : customers.selectRange(customers.select(from), customers.select(to - 1) + 1L);
  }

  private void note(UUID journey, UUID run, LocalDate businessDate, RoaringBitmap customers) {
    bulk.into(
        "journey_entry",
        COLUMNS,
        () ->
            customers.stream()
                .mapToObj(customer -> new @Nullable Object[] {journey, customer, businessDate, run})
                .iterator());
  }
}
