package io.waybot.runtime.journey;

import static io.waybot.runtime.journey.JourneysUnderTest.HEAD;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.journey.VersionState;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.journey.lint.BpmnText;
import io.waybot.runtime.journey.risk.Risk;
import io.waybot.runtime.journey.risk.Risk.Cause;
import io.waybot.runtime.journey.risk.RiskTiers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RiskTiersTest {
  private static final Locale EN = Locale.ENGLISH;

  @ParameterizedTest
  @EnumSource
  void aNewDepositJourneyToTwelveThousandCustomersIsMiddle(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      customers(app, 12_000);
      product(app, "P01", "DEPOSIT", null);

      var risk = risk(app, drawing("P01", Map.of()), "{}");

      assertThat(risk.tier()).isEqualTo(RiskTier.MIDDLE);
      assertThat(risk.list().customers()).isEqualTo(12_000);
      assertThat(risk.reasons())
          .singleElement()
          .satisfies(reason -> {
            assertThat(reason.cause()).isEqualTo(Cause.LIST);
            assertThat(reason.subject()).isEqualTo("12000");
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void fewCustomersAndKnownWordsAreLow(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      customers(app, 1_001);
      product(app, "P01", "DEPOSIT", null);
      product(app, "P06", "WEALTH", 1);

      assertThat(risk(app, drawing("P01,P06", Map.of("atMost", "1000")), "{}").tier())
          .isEqualTo(RiskTier.LOW);
      assertThat(risk(app, drawing("P01", Map.of()), "{}").tier()).isEqualTo(RiskTier.MIDDLE);
      assertThat(risk(app, drawing("P01", Map.of()), "{\"purpose\":\"SERVICE\"}").tier())
          .isEqualTo(RiskTier.LOW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void productsAskForTheTierOfTheRiskiest(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      product(app, "P01", "DEPOSIT", null);
      product(app, "P05", "STRUCTURED", 2);
      product(app, "P09", "WEALTH", 3);
      product(app, "P17", "CARD", null);

      assertThat(risk(app, drawing("P01,P05", Map.of()), "{}").tier()).isEqualTo(RiskTier.MIDDLE);
      assertThat(risk(app, drawing("P01,P09", Map.of()), "{}").tier()).isEqualTo(RiskTier.HIGH);
      var card = risk(app, drawing("P17", Map.of()), "{\"purpose\":\"SERVICE\"}");
      assertThat(card.tier()).isEqualTo(RiskTier.HIGH);
      assertThat(card.reasons().getFirst().cause()).isEqualTo(Cause.CREDIT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreThanAHundredThousandCustomersAreHigh(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      customers(app, 100_001);
      product(app, "P01", "DEPOSIT", null);

      assertThat(risk(app, drawing("P01", Map.of()), "{}").tier()).isEqualTo(RiskTier.HIGH);
      assertThat(risk(app, drawing("P01", Map.of("atMost", "100000")), "{}").tier())
          .isEqualTo(RiskTier.MIDDLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aListNobodyCanCountYetIsNotLow(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var file = BpmnText.started().robot("read", "read-excel", Map.of("file", "a.xlsx")).end();
      var formula = drawing("P01", Map.of("segment", "=chosen"));

      assertThat(risk(app, file, "{}").tier()).isEqualTo(RiskTier.MIDDLE);
      assertThat(risk(app, formula, "{}").tier()).isEqualTo(RiskTier.MIDDLE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sensitiveEventsAreFoundInsideSegmentsOfSegments(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      event(app, "E01", 2);
      event(app, "E08", 3);
      segment(app, "LEAVING", new HadEvent("E08", 3, 1));
      segment(app, "NESTED", new InSegment("LEAVING"));

      assertThat(risk(app, drawing("", Map.of("event", "E01")), "{}").tier())
          .isEqualTo(RiskTier.LOW);
      var nested = risk(app, drawing("", Map.of("segment", "NESTED")), "{}");
      assertThat(nested.tier()).isEqualTo(RiskTier.HIGH);
      assertThat(nested.reasons().getFirst().subject()).isEqualTo("E08");
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordsAndChannelsNobodySignedYetAreNew(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      words(app, "C01", null);
      var pushed = send("push", "C01");
      var first = risk(app, pushed, "{}");
      signed(app, pushed);
      var again = risk(app, pushed, "{}");
      var otherChannel = risk(app, send("sms", "C01"), "{}");
      later(app);
      words(app, "C01", app.bean(Contents.class).find("C01").orElseThrow());
      var reworded = risk(app, pushed, "{}");

      assertThat(first.tier()).isEqualTo(RiskTier.MIDDLE);
      assertThat(again.tier()).isEqualTo(RiskTier.LOW);
      assertThat(otherChannel.tier()).isEqualTo(RiskTier.HIGH);
      assertThat(otherChannel.reasons().getFirst().subject()).isEqualTo("sms");
      assertThat(reworded.reasons().getFirst().cause()).isEqualTo(Cause.NEW_CONTENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStrategyTableCountsByItsRows(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      product(app, "P09", "WEALTH", 3);
      event(app, "E01", 2);
      event(app, "E08", 3);
      var rows =
          List.of(
              new Strategy("T01", "PAYROLL", "E08", "P09", "push", null, "C09", "MARKETING", 5, 1),
              new Strategy("T02", "PAYROLL", "E01", null, "push", null, "C28", "CARE", 5, 1));
      app.bean(StrategyTables.class)
          .create("GROUPS", "策略", "Strategies", HEAD.code(), rows, "planner");

      var all = risk(app, applying(Map.of("table", "GROUPS")), "{}");
      var care = risk(app, applying(Map.of("table", "GROUPS", "events", "E01")), "{}");

      assertThat(all.reasons())
          .extracting(Risk.Reason::cause)
          .contains(Cause.PRODUCT, Cause.SENSITIVE_EVENT);
      assertThat(all.tier()).isEqualTo(RiskTier.HIGH);
      assertThat(care.tier()).isEqualTo(RiskTier.LOW);
    }
  }

  private static String applying(Map<String, String> inputs) {
    return BpmnText.started().robot("apply", "apply-strategies", inputs).end();
  }

  @ParameterizedTest
  @EnumSource
  void theContentThatADecisionTakesByItselfIsSeenAsWell(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      product(app, "P01", "DEPOSIT", null);
      words(app, "C01", null);
      app.bean(JdbcTemplate.class).update("update content set product_code = 'P01'");

      var risk = risk(app, drawing("P01", Map.of()), "{}");

      assertThat(risk.tier()).isEqualTo(RiskTier.MIDDLE);
      assertThat(risk.reasons().getFirst().cause()).isEqualTo(Cause.NEW_CONTENT);
      assertThat(risk.reasons().getFirst().subject()).isEqualTo("C01");
    }
  }

  private static Risk risk(JourneysUnderTest app, String bpmn, String settings) {
    var id = drawn(app, bpmn, settings);
    var draft = app.bean(JourneyService.class).open(id, planner());
    return app.bean(RiskTiers.class).of(draft.journey(), draft.version());
  }

  private static UUID drawn(JourneysUnderTest app, String bpmn, String settings) {
    var journeys = app.bean(JourneyService.class);
    var saved = journeys.takeIn(bpmn.getBytes(StandardCharsets.UTF_8), null, planner(), EN);
    var xml = journeys.open(saved.journeyId(), planner()).version().bpmn();
    journeys.save(
        saved.journeyId(),
        saved.revision(),
        xml,
        JourneySettings.fromJson(settings),
        planner(),
        EN);
    return saved.journeyId();
  }

  /** As if the drawing had gone the whole way; what lint says of it is not this test's business. */
  private static void signed(JourneysUnderTest app, String bpmn) {
    var id = drawn(app, bpmn, "{}");
    var version = app.bean(JourneyService.class).open(id, planner()).version();
    app.bean(JdbcTemplate.class)
        .update(
            "update journey_version set state = ?, submitted_at = saved_at where id = ?",
            VersionState.RETIRED.name(),
            version.id());
  }

  /** What was signed was signed an hour ago. */
  private static void later(JourneysUnderTest app) {
    app.bean(JdbcTemplate.class)
        .update(
            "update journey_version set submitted_at = ? where submitted_at is not null",
            java.sql.Timestamp.from(app.bean(Clock.class).instant().minusSeconds(3_600)));
  }

  private static String drawing(String offers, Map<String, String> pull) {
    var inputs = new HashMap<>(Map.of("segment", "PAYROLL"));
    inputs.putAll(pull);
    return BpmnText.started()
        .robot("pull", "pull-audience", inputs)
        .robot("decide", "decide-treatments", Map.of("offers", offers))
        .end();
  }

  private static String send(String channel, String content) {
    return BpmnText.started()
        .robot("pull", "pull-audience", Map.of("segment", "PAYROLL"))
        .robot("send", "dispatch", Map.of("channel", channel, "content", content))
        .end();
  }

  private static void customers(JourneysUnderTest app, int howMany) {
    app.bean(JdbcTemplate.class)
        .update(
            "insert into customer (number, customer_key, org_code)"
                + " select n, concat('C', n), ? from generate_series(1, "
                + howMany
                + ") g (n)",
            HEAD.code());
  }

  private static void product(
      JourneysUnderTest app, String code, String productClass, @Nullable Integer risk) {
    app.bean(JdbcTemplate.class)
        .update(
            "insert into product (code, name_zh, name_en, product_class, risk_level, margin_yuan)"
                + " values (?, ?, ?, ?, ?, 1)",
            code,
            code,
            code,
            productClass,
            risk);
  }

  private static void event(JourneysUnderTest app, String code, int tier) {
    app.bean(JdbcTemplate.class)
        .update(
            "insert into event_type (code, kind, name_zh, name_en, tier)"
                + " values (?, 'EVENT', ?, ?, ?)",
            code,
            code,
            code,
            tier);
  }

  private static void segment(JourneysUnderTest app, String code, SegmentRule rule) {
    app.bean(SegmentStore.class)
        .add(
            Segment.byRule(
                code, code, code, HEAD.code(), rule, "planner", app.bean(Clock.class).instant()));
  }

  private static void words(JourneysUnderTest app, String code, @Nullable Content before) {
    var text = new Content.Text("标题", "正文");
    var draft =
        new ContentDraft(
            code, null, HEAD.code(), "MARKETING", null, null, null, Map.of("zh", text, "en", text));
    if (before == null) {
      app.bean(Contents.class).create(draft, "planner");
    } else {
      app.bean(Contents.class).change(draft, before.version(), "planner");
    }
  }
}
