package io.waybot.connectors.segment;

import io.waybot.db.audience.NewAudience;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** A bank of five customers, the fifth inactive, on a Friday. */
class SegmentBank {
  static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

  final SegmentStore segments;
  private final TestDatabase.Access db;
  private final TestStores stores;
  private final SegmentSource source;

  SegmentBank(TestDatabase kind) {
    db = kind.open();
    stores = new TestStores(db, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
    segments = stores.segments();
    stores.org("00", null);
    stores.customersTable();
    customer(1, 25, "1000", "G5", true, LocalDate.of(2026, 10, 21));
    customer(2, 30, "900", "G6", true, LocalDate.of(2026, 10, 22));
    customer(3, 41, "5000.5", null, null, null);
    customer(4, 62, "70000", "G6", true, null);
    customer(5, 62, "70000", "G5", true, LocalDate.of(2026, 11, 1));
    db.batch().update("update customer set active = false where number = 5");
    source =
        new SqlSegmentSource(
            segments,
            stores.audiences(),
            stores.customers(),
            new ConditionSql(db.batch(), stores.catalog()),
            stores.clock());
  }

  int[] ask(SegmentRule rule) {
    return source.customers(rule, FRIDAY).toArray();
  }

  UUID list(RoaringBitmap customers) {
    return stores
        .audiences()
        .save(new NewAudience(null, null, null, "list", null, null), customers)
        .id();
  }

  void event(String id, int customer, String code, String at) {
    db.batch()
        .update(
            "insert into customer_event (dataset, event_id, customer, code, at) values"
                + " ('events',?,?,?,?)",
            id,
            customer,
            code,
            OffsetDateTime.parse(at));
  }

  private void customer(
      int number,
      int age,
      String aum,
      @Nullable String group,
      @Nullable Boolean consent,
      @Nullable LocalDate opened) {
    db.batch()
        .update(
            "insert into customer (number, customer_key, org_code) values (?,?,'00')",
            number,
            "c" + number);
    db.batch()
        .update(
            "insert into data_customers (number, age, aum_yuan, group_code, consent, opened) values"
                + " (?,?,?,?,?,?)",
            number,
            age,
            new BigDecimal(aum),
            group,
            consent,
            opened);
  }
}
