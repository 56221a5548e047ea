package io.waybot.bots.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.testing.TestDatabase;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class FilterByPolicyRobotTest {
  private static final String FINE =
      "true, true, null, false, 0, null, null, 'active', true, true, '10000000001', 'd1'";
  private BotsUnderTest bots;
  private int steps;

  @AfterEach
  void close() {
    bots.close();
  }

  @ParameterizedTest
  @EnumSource
  void recordsTheFirstRuleThatHits(TestDatabase kind) {
    open(kind);
    profile(1, FINE);
    profile(2, FINE.replaceFirst("true", "false")); // no consent
    profile(3, FINE.replaceFirst("true, true", "true, false"));
    profile(4, FINE.replaceFirst("null", "'staff'"));
    profile(5, FINE.replaceFirst("false, 0", "true, 0")); // complaint
    profile(6, FINE.replaceFirst("0,", "2,"));
    profile(7, FINE.replaceFirst("0, null", "0, 'P04'"));
    profile(8, FINE.replaceFirst("null, 'active'", "'*', 'active'"));
    profile(9, FINE.replaceFirst("'active', true, true", "'active', false, false"));
    profile(10, FINE.replaceFirst("true, true", "false, false")); // two reasons, one recorded
    bots.customers(11, 11); // no profile row: consent unknown is no

    var removed = removed(work(input(1, 11)));

    assertThat(removed)
        .isEqualTo(
            Map.of(
                "NO_CONSENT", List.of(2, 10, 11),
                "NOT_PERSONALISED", List.of(3),
                "PROTECTED", List.of(4),
                "COMPLAINT", List.of(5),
                "CAP", List.of(6),
                "HOLDS", List.of(7),
                "OPTED_OUT", List.of(8),
                "NO_ADDRESS", List.of(9)));
  }

  @ParameterizedTest
  @EnumSource
  void countsWhatWeSentAndHeardOurselves(TestDatabase kind) {
    open(kind);
    for (int n = 1; n <= 7; n++) {
      profile(n, n == 2 ? FINE.replaceFirst("0,", "1,") : FINE);
    }
    contact(1, "sms", 0);
    contact(1, "inbox", 1); // does not count
    contact(2, "sms", 6); // with the one the bank reports: two
    contact(3, "sms", 7); // too long ago
    contact(3, "push", 1);
    optOut(4, "*");
    optOut(5, "sms");
    converted(6, "P04");
    consent(7, true, 1);
    consent(7, false, 2);

    var removed = removed(work(input(1, 7)));

    assertThat(removed)
        .isEqualTo(
            Map.of(
                "CAP", List.of(2),
                "OPTED_OUT", List.of(4),
                "HOLDS", List.of(6),
                "NO_CONSENT", List.of(7)));
  }

  @ParameterizedTest
  @EnumSource
  void keepsAwayWhoEnteredTheJourneyBeforeButNotWhoEntersToday(TestDatabase kind) {
    open(kind);
    profile(1, FINE);
    profile(2, FINE);
    entered(1, 29);
    entered(2, 0);

    var removed = removed(work(input(1, 2)));

    assertThat(removed).isEqualTo(Map.of("REENTRY", List.of(1)));
  }

  @ParameterizedTest
  @EnumSource
  void asksACareJourneyForLessAndAServiceNoticeForLeast(TestDatabase kind) {
    open(kind);
    profile(1, FINE.replaceFirst("0,", "2,"));
    profile(2, FINE.replaceFirst("true", "false"));
    profile(3, FINE.replaceFirst("null", "'frozen'"));

    settings("{\"purpose\":\"CARE\"}");
    var care = removed(work(input(1, 3)));
    settings("{\"purpose\":\"SERVICE\"}");
    var service = removed(work(input(1, 3)));

    assertThat(care).isEqualTo(Map.of("NO_CONSENT", List.of(2), "PROTECTED", List.of(3)));
    assertThat(service).isEqualTo(Map.of("PROTECTED", List.of(3)));
  }

  @ParameterizedTest
  @EnumSource
  void letsAJourneyBeStricterThanTheBank(TestDatabase kind) {
    open(kind);
    profile(1, FINE.replaceFirst("0,", "1,"));
    profile(2, FINE);
    var plain = input(1, 2);
    var strict = new FilterByPolicyRobot.Input(plain.audience(), "sms,push", "P01", 1, 7, null);

    var removed = removed(work(strict));

    assertThat(removed).isEqualTo(Map.of("CAP", List.of(1)));
  }

  private void open(TestDatabase kind) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.db.audience",
            "io.waybot.db.strategy",
            "io.waybot.db.customer",
            "io.waybot.db.segment",
            "io.waybot.db.policy",
            "io.waybot.connectors.segment",
            "io.waybot.bots.policy");
    String[] columns = {
      "consent BOOL", "personalised BOOL", "protected_reason TEXT", "complaint_open BOOL",
      "contacts_7d INT", "holds_products TEXT", "opted_out_channels TEXT", "app_status TEXT",
      "sms_ok BOOL", "push_ok BOOL", "phone TEXT", "device_id TEXT"
    };
    var list =
        java.util.stream.IntStream.range(0, columns.length)
            .mapToObj(i ->
                DatasetColumn.of(
                    columns[i].split(" ")[0],
                    columns[i].split(" ")[0],
                    ColumnType.valueOf(columns[i].split(" ")[1]),
                    i))
            .toList();
    bots.bean(DatasetCatalog.class)
        .create(Dataset.CUSTOMERS, Dataset.Kind.PROFILE, "客户", "Customers", list);
    for (var product : List.of("P01", "P04")) {
      sql(
          "insert into product (code, name_zh, name_en, product_class, margin_yuan) values (?, ?,"
              + " ?, 'DEPOSIT', 1)",
          product,
          product,
          product);
    }
    for (var channel : List.of("sms", "push", "inbox")) {
      sql(
          "insert into channel (code, name_zh, name_en, connected, daily_capacity, per_minute,"
              + " cost_yuan, hours, counts_as_contact, crash_kind, position) values (?, ?, ?, true,"
              + " 9, 9, 0, '00:00-24:00', ?, 'IDEMPOTENT', 1)",
          channel,
          channel,
          channel,
          !channel.equals("inbox"));
    }
  }

  private void profile(int number, String values) {
    bots.customers(number, number);
    sql(
        "insert into data_customers (number, consent, personalised, protected_reason,"
            + " complaint_open, contacts_7d, holds_products, opted_out_channels, app_status,"
            + " sms_ok, push_ok, phone, device_id) values ("
            + number
            + ", "
            + values
            + ")");
  }

  private FilterByPolicyRobot.Input input(int from, int to) {
    var audience =
        bots.bean(AudienceStore.class)
            .save(
                new NewAudience(null, null, null, "list", null, null),
                RoaringBitmap.bitmapOfRange(from, to + 1L));
    return new FilterByPolicyRobot.Input(audience, "sms,push", "P01", null, null, null);
  }

  private FilterByPolicyRobot.Output work(FilterByPolicyRobot.Input input) {
    RobotContext context = BotsUnderTest.at("policy_" + ++steps);
    var outcome = bots.bean(FilterByPolicyRobot.class).work(input, context);
    var output = ((Outcome.Done<FilterByPolicyRobot.Output>) outcome).output();
    assertThat(output.allowed().count() + output.removed().count())
        .isEqualTo(input.audience().count());
    return output;
  }

  private Map<String, List<Integer>> removed(FilterByPolicyRobot.Output output) {
    var store = bots.bean(AudienceStore.class);
    var byRule = new TreeMap<String, List<Integer>>();
    for (var set : store.ofRun(BotsUnderTest.RUN)) {
      @Nullable String rule = set.ruleCode();
      if (rule != null && set.customers() > 0 && ("policy_" + steps).equals(set.elementId())) {
        byRule.put(rule, java.util.Arrays.stream(store.load(set.id()).toArray()).boxed().toList());
      }
    }
    assertThat(byRule.values().stream().mapToInt(List::size).sum())
        .isEqualTo(output.removed().count());
    return byRule;
  }

  private void settings(String json) {
    sql("update journey_version set settings = ?", json);
  }

  private void contact(int customer, String channel, int daysAgo) {
    sql(
        "insert into contact_log (customer, channel, at, contact_date, dispatch_id) values"
            + " (?,?,?,?,?)",
        customer,
        channel,
        Timestamp.from(Instant.parse("2026-11-20T01:00:00Z")),
        Date.valueOf(BotsUnderTest.D0.minusDays(daysAgo)),
        UUID.randomUUID());
  }

  private void optOut(int customer, String channel) {
    sql(
        "insert into opt_out (id, customer, channel, at, source) values"
            + " (?,?,?,current_timestamp,'api')",
        UUID.randomUUID(),
        customer,
        channel);
  }

  private void converted(int customer, String product) {
    sql(
        "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
            + " received_at) values (?,?,'k',?,?,1,current_timestamp)",
        UUID.randomUUID().toString(),
        customer,
        product,
        Timestamp.from(Instant.parse("2026-11-10T01:00:00Z")));
  }

  private void consent(int customer, boolean granted, int hour) {
    sql(
        "insert into consent_entry (id, customer, granted, at, source) values (?,?,?,?,'app')",
        UUID.randomUUID(),
        customer,
        granted,
        Timestamp.from(Instant.parse("2026-11-19T0" + hour + ":00:00Z")));
  }

  private void entered(int customer, int daysAgo) {
    sql(
        "insert into journey_entry (journey_id, customer, business_date, run_id) values (?,?,?,?)",
        BotsUnderTest.JOURNEY,
        customer,
        Date.valueOf(BotsUnderTest.D0.minusDays(daysAgo)),
        BotsUnderTest.RUN);
  }

  private void sql(String statement, Object... parameters) {
    bots.db.batch().update(statement, parameters);
  }
}
