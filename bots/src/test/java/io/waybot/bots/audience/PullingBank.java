package io.waybot.bots.audience;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Five customers of one unit, three of them rich; and what is asked of lists again and again. */
final class PullingBank {
  private PullingBank() {}

  static BotsUnderTest bank(TestDatabase kind, Path home) {
    var bots =
        new BotsUnderTest(
            kind,
            Map.of("waybot.home", home.toString()),
            "io.waybot.db.audience",
            "io.waybot.db.strategy",
            "io.waybot.db.customer",
            "io.waybot.db.segment",
            "io.waybot.db.imports",
            "io.waybot.connectors.segment",
            "io.waybot.db.experiment",
            "io.waybot.db.policy",
            "io.waybot.bots.evaluate",
            "io.waybot.bots.policy",
            "io.waybot.bots.audience");
    bots.customers(1, 5);
    bots.bean(DatasetCatalog.class)
        .create(
            "customers",
            Dataset.Kind.PROFILE,
            "客户",
            "Customers",
            List.of(
                DatasetColumn.of("aum_yuan", "aum_yuan", ColumnType.DECIMAL, 1),
                DatasetColumn.of("note", "note", ColumnType.TEXT, 2)));
    for (int number = 1; number <= 5; number++) {
      bots.db
          .batch()
          .update(
              "insert into data_customers (number, aum_yuan, note) values (?,?,?)",
              number,
              number * 1000,
              number == 4 ? "=danger()" : null);
    }
    bots.bean(SegmentStore.class)
        .add(
            Segment.byRule(
                "rich",
                "有钱",
                "Rich",
                "00",
                SegmentRule.Column.of("customers", "aum_yuan", SegmentRule.Op.GE, "3000"),
                "planner",
                Instant.EPOCH));
    return bots;
  }

  static AudienceRobot.Output pull(
      BotsUnderTest bots, RobotContext context, String segment, Integer atMost) {
    return output(
        bots.bean(AudienceRobot.class)
            .work(new AudienceRobot.Input(segment, null, null, atMost, null, null), context));
  }

  static <O extends Record> O output(Outcome<O> outcome) {
    return ((Outcome.Done<O>) outcome).output();
  }

  static int[] members(BotsUnderTest bots, AudienceRobot.Output output) {
    return bots.bean(AudienceStore.class).load(output.audience().id()).toArray();
  }

  static long entries(BotsUnderTest bots) {
    return bots.db.sql().sql("select count(*) from journey_entry").query(Long.class).single();
  }

  static void entered(BotsUnderTest bots, int customer, LocalDate date) {
    bots.db
        .batch()
        .update(
            "insert into journey_entry (journey_id, customer, business_date, run_id) values"
                + " (?,?,?,?)",
            BotsUnderTest.JOURNEY,
            customer,
            date,
            BotsUnderTest.RUN);
  }
}
