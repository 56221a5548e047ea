package io.waybot.runtime.journey.lint;

import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.content.Contents;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.testing.TestDatabase;
import io.waybot.demo.bank.DemoTables;
import io.waybot.runtime.demo.DemoCatalogues;
import io.waybot.runtime.journey.XmlGates;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.wording.Basis;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rules of lint in the demo bank on Friday 2026-11-20; only robots and customers are played.
 */
public final class LintDesk implements AutoCloseable {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** Customers of the head office; those of branch 11 come first. */
  static final int CUSTOMERS = 50_000;

  static final int BRANCH_CUSTOMERS = 16_000;

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /** With robots that ask for little. */
  public LintDesk() {
    this(new PlayedRobots());
  }

  public LintDesk(KnownRobots robots) {
    var db = TestDatabase.H2.open();
    var clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(JdbcClient.class, db::sql);
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(db.dataSource()));
    context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    context.registerBean(Phrases.class);
    context.registerBean(ContentRenderer.class);
    context.registerBean(LiveChoices.class);
    context.registerBean(KnownRobots.class, () -> robots);
    context.registerBean(KnownLists.class, LintDesk::lists);
    context.register(Rules.class);
    context.refresh();
    var head = OrgUnit.headOffice("00", "总行", "Head office");
    var units = context.getBean(OrgUnits.class);
    units.save(head);
    units.save(head.child("11", "东湖分行", "East Lake"));
    DemoCatalogues.moveInto(context);
  }

  @Configuration
  @ComponentScan(basePackageClasses = {OrgUnits.class, BusinessCalendar.class, Contents.class})
  @ComponentScan(
      basePackageClasses = {JourneyLinter.class, Basis.class},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*(RobotShapes|SegmentLists|Test|LintDesk).*"))
  static class Rules {}

  /** What the demo's journeys choose from: its segments, benefits, model and data. */
  public void moveIn() {
    var sql = bean(JdbcTemplate.class);
    for (var segment : DemoTables.segments()) {
      sql.update(
          "insert into segment (id, code, name_zh, name_en, owner_org, kind, rule, changed_by,"
              + " changed_at, version) values (random_uuid(), ?, '名单', 'List', '00', 'RULE', '{}',"
              + " 'demo', current_timestamp, 1)",
          segment.code());
    }
    for (var benefit : DemoTables.benefits()) {
      sql.update(
          "insert into benefit (code, name_zh, name_en, purpose_zh, purpose_en, stock)"
              + " values (?, '权益', 'Benefit', '用途', 'Purpose', 100)",
          benefit.code());
    }
    sql.update(
        "insert into model (id, code, name_zh, name_en, created_at) values (random_uuid(),"
            + " 'deposit', '存款', 'Deposit', current_timestamp)");
    for (var dataset : List.of("customers", "salaries", "app_events", "events")) {
      sql.update(
          "insert into dataset (name, kind, table_name, label_zh, label_en) values (?, 'PROFILE',"
              + " ?, '数据', 'Data')",
          dataset,
          "data_" + dataset);
    }
    sql.update(
        "insert into dataset_column (dataset, name, label, label_zh, type, position) values"
            + " ('customers', 'demand_yuan', 'demand_yuan', '活期', 'DECIMAL', 1)");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Customers are numbered; a segment is a range of numbers. */
  public static KnownLists lists() {
    return new PlayedLists();
  }

  /** A linter with nothing but these rules. */
  @SafeVarargs
  final JourneyLinter only(Class<? extends LintRule>... rules) {
    return new JourneyLinter(
        Stream.of(rules).<LintRule>map(this::bean).toList(),
        bean(Phrases.class),
        bean(Clock.class));
  }

  List<LintRule> rules() {
    return beans(LintRule.class);
  }

  public <T> List<T> beans(Class<T> type) {
    return List.copyOf(context.getBeansOfType(type).values());
  }

  public List<Finding> findings(String drawing, JourneySettings settings, Locale language) {
    var clean = XmlGates.accept(drawing);
    return bean(JourneyLinter.class)
        .check(clean.processId(), clean.xml(), settings, language)
        .findings();
  }

  /** With goal, end date and privacy assessment: nothing for lint to ask for. */
  public static JourneySettings complete() {
    return JourneySettings.fromJson(
        """
        {"goal": {"products": ["P01"], "days": 14}, "from": "2026-11-20", "until": "2027-05-31",
         "privacyAssessment": "PIA-1"}\
        """);
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class PlayedLists implements KnownLists {
    private static final Map<String, Known> SEGMENTS =
        Map.of(
            "S", new Known("/00/", false, range(0, 1_000)),
            "PAYROLL", new Known("/00/", false, range(0, 1_000)),
            "MANY", new Known("/00/", false, range(0, 12_000)),
            "J1-LIST", new Known("/00/", false, range(0, 12_000)),
            "HALF", new Known("/00/", false, range(400, 5_000)),
            "SOUTH", new Known("/00/13/", false, range(40_000, 41_000)),
            "UPLOADED", new Known("/00/", true, range(15_900, 16_100)));

    @Override
    public Optional<Known> segment(String code, LocalDate date) {
      return Optional.ofNullable(SEGMENTS.get(code));
    }

    @Override
    public RoaringBitmap customersOf(String unit) {
      return range(0, unit.equals("00") ? CUSTOMERS : BRANCH_CUSTOMERS);
    }

    @Override
    public String pathOf(String unit) {
      return unit.equals("00") ? "/00/" : "/00/" + unit + "/";
    }

    @Override
    public String ownerOf(String journeyKey) {
      return journeyKey.startsWith("branch_") ? "11" : "00";
    }

    private static RoaringBitmap range(long from, long to) {
      return RoaringBitmap.bitmapOfRange(from, to);
    }
  }
}
