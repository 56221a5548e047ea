package io.waybot.bots.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.Outcome;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectEventsRobotTest {
  private static final LocalDate D0 = BotsUnderTest.D0;

  @ParameterizedTest
  @EnumSource
  void derivesFromTheAppWhatTheCatalogueLeavesToUs(TestDatabase kind) {
    try (var bots = bank(kind)) {
      var noon = D0.minusDays(1).atTime(12, 0);
      for (int times = 0; times < 3; times++) {
        did(bots, 1, "B04", D0.minusDays(7).atStartOfDay().plusDays(2L * times), null);
      }
      did(bots, 2, "B04", noon, null);
      did(bots, 2, "B04", noon.plusHours(1), null);
      did(bots, 3, "B05", D0.minusDays(2).atStartOfDay(), null);
      did(bots, 4, "B05", noon, null);
      did(bots, 4, "B14", noon.plusHours(2), null);
      did(bots, 5, "B05", D0.minusDays(3).atTime(23, 59), null);
      did(bots, 1, "B07", noon, "{\"searched\":\"gold\"}");
      did(bots, 2, "B07", noon, "{\"searched\":\"loan\"}");
      did(bots, 3, "B07", noon, null);
      did(bots, 6, "B10", noon, null); // the bank tells E20 itself

      var first = detect(bots, "detect");
      var again = detect(bots, "again");

      assertThat(found(bots))
          .isEqualTo(
              Map.of(
                  "E18", List.of(1),
                  "E19", List.of(3),
                  "E22", List.of(1),
                  "E31", List.of(6)));
      assertThat(first).isEqualTo(new DetectEventsRobot.Output(4, 3, 0)).isEqualTo(again);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotDeriveWhatTheBankHasToldLately(TestDatabase kind) {
    try (var bots = bank(kind)) {
      did(bots, 3, "B05", D0.minusDays(1).atTime(9, 0), null);
      did(bots, 3, "E19", D0.minusDays(1).atTime(10, 0), null);

      detect(bots, "detect");

      assertThat(found(bots)).containsOnlyKeys("E31");
    }
  }

  private static DetectEventsRobot.Output detect(BotsUnderTest bots, String element) {
    var outcome =
        bots.bean(DetectEventsRobot.class)
            .work(new DetectEventsRobot.Input(), BotsUnderTest.at(element));
    return ((Outcome.Done<DetectEventsRobot.Output>) outcome).output();
  }

  /** Six customers; a complaint of the last one was closed three days ago. */
  private static BotsUnderTest bank(TestDatabase kind) {
    var bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.db.event",
            "io.waybot.db.audience",
            "io.waybot.db.customer",
            "io.waybot.bots.policy",
            "io.waybot.bots.event");
    bots.customers(1, 6);
    bots.bean(DatasetCatalog.class)
        .create(
            Dataset.CUSTOMERS,
            Dataset.Kind.PROFILE,
            "客户",
            "Customers",
            List.of(
                DatasetColumn.of(
                    "complaint_closed_on", "complaint_closed_on", ColumnType.DATE, 1)));
    bots.db
        .batch()
        .update(
            "insert into data_customers (number, complaint_closed_on) values (6, ?)",
            D0.minusDays(3));
    type(bots, "E18", 3, "EVENTS");
    type(bots, "E19", 3, "EVENTS");
    type(bots, "E20", 1, "FEED");
    type(bots, "E22", 3, "EVENTS");
    type(bots, "E31", 5, "COLUMNS");
    return bots;
  }

  private static void type(BotsUnderTest bots, String code, int freshDays, String source) {
    bots.db
        .batch()
        .update(
            "insert into event_type (code, kind, name_zh, name_en, fresh_days, source) values (?,"
                + " 'EVENT', 'x', 'x', ?, ?)",
            code,
            freshDays,
            source);
  }

  private static void did(
      BotsUnderTest bots,
      int customer,
      String code,
      LocalDateTime at,
      @Nullable String attributes) {
    bots.db
        .batch()
        .update(
            "insert into customer_event (dataset, event_id, customer, code, at, attributes) values"
                + " ('app_events', ?, ?, ?, ?, ?)",
            UUID.randomUUID().toString(),
            customer,
            code,
            Timestamp.from(at.atZone(ZoneId.of("Asia/Shanghai")).toInstant()),
            attributes);
  }

  private static Map<String, List<Integer>> found(BotsUnderTest bots) {
    return bots
        .db
        .batch()
        .query(
            "select code, customer from customer_event where dataset = 'detected' order by code,"
                + " customer",
            (row, i) -> Map.entry(row.getString(1), row.getInt(2)))
        .stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                Map.Entry::getKey,
                java.util.stream.Collectors.mapping(
                    Map.Entry::getValue, java.util.stream.Collectors.toList())));
  }
}
