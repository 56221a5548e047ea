package io.waybot.runtime.demo;

import io.waybot.db.event.EventType;
import io.waybot.db.event.EventTypes;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.Op;
import io.waybot.db.segment.SegmentStore;
import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The demo bank's words for what customers do and who they are: events, stages, segments, benefits.
 */
@Component
class DemoWords {
  private static final String BY = "demo";
  private static final String HEAD_OFFICE = "00";
  private static final String CUSTOMERS = "customers";

  private static final String APP_OWNER = "手机银行部 Mobile banking";
  private static final int BEHAVIOUR_DAYS = 30;

  private final EventTypes types;
  private final SegmentStore segments;
  private final JdbcTemplate writes;
  private final Clock clock;

  DemoWords(EventTypes types, SegmentStore segments, JdbcTemplate writes, Clock clock) {
    this.types = types;
    this.segments = segments;
    this.writes = writes;
    this.clock = clock;
  }

  @Transactional
  void moveIn() {
    DemoTables.events().forEach(event -> types.add(event(event)));
    DemoTables.behaviours().forEach(behaviour -> types.add(behaviour(behaviour)));
    DemoTables.stages().forEach(stage -> types.add(stage(stage)));
    for (var b : DemoTables.benefits()) {
      writes.update(
          "insert into benefit (code, name_zh, name_en, purpose_zh, purpose_en, stock,"
              + " unit_yuan) values (?,?,?,?,?,?,?) on conflict do nothing",
          b.code(),
          b.zh(),
          b.en(),
          b.conditionZh(),
          b.conditionEn(),
          b.budget(),
          b.unitYuan());
    }
  }

  /** Segments name columns, so the customers come first. */
  @Transactional
  void addSegments() {
    for (var s : DemoTables.segments()) {
      if (segments.find(s.code()).isEmpty()) {
        segments.add(
            Segment.byRule(
                s.code(), s.zh(), s.en(), HEAD_OFFICE, rule(s.conditions()), BY, clock.instant()));
      }
    }
  }

  private static EventType event(Catalogue.EventType e) {
    return new EventType(
        e.code(),
        EventType.Kind.EVENT,
        e.zh(),
        e.en(),
        e.ruleZh(),
        e.rule(),
        e.freshDays(),
        e.tier(),
        null,
        e.owner(),
        EventType.Source.valueOf(e.source()));
  }

  private static EventType behaviour(Catalogue.Behaviour b) {
    return new EventType(
        b.code(),
        EventType.Kind.BEHAVIOUR,
        b.zh(),
        b.en(),
        null,
        null,
        BEHAVIOUR_DAYS,
        2,
        b.stage(),
        APP_OWNER,
        EventType.Source.FEED);
  }

  private static EventType stage(Catalogue.Stage s) {
    return new EventType(
        s.code(),
        EventType.Kind.STAGE,
        s.zh(),
        s.en(),
        "30天内最近一次行为所属的阶段",
        "stage of the latest behaviour in 30 d",
        BEHAVIOUR_DAYS,
        2,
        null,
        APP_OWNER,
        EventType.Source.EVENTS);
  }

  /** {@code group_code in G5 G6; event E01 E02 within 5; demand_yuan >= 1000}: all of these. */
  static SegmentRule rule(String conditions) {
    return new SegmentRule.All(
        Arrays.stream(conditions.split(";")).map(String::strip).map(DemoWords::condition).toList());
  }

  private static SegmentRule condition(String text) {
    var words = List.of(text.split(" +"));
    if (words.getFirst().equals("event")) {
      return event(words.subList(1, words.size() - 2), Integer.parseInt(words.getLast()));
    }
    var op =
        switch (words.get(1)) {
          case "=" -> Op.EQ;
          case "!=" -> Op.NE;
          case ">=" -> Op.GE;
          case "<=" -> Op.LE;
          case "in" -> Op.IN;
          default -> throw new IllegalArgumentException("no condition: " + text);
        };
    return new Column(CUSTOMERS, words.getFirst(), op, words.subList(2, words.size()));
  }

  /** At least one of the events. */
  private static SegmentRule event(List<String> codes, int days) {
    var any =
        codes.stream().<SegmentRule>map(code -> new SegmentRule.HadEvent(code, days, 1)).toList();
    return any.size() == 1 ? any.getFirst() : new SegmentRule.Any(any);
  }
}
