package io.waybot.e2e.bench;

import io.waybot.connectors.model.Measures;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.CrashKind;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.imports.BulkInsert;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.NewModelVersion;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.JourneyDeployer;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.run.RunEnded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves a generated bank in and puts its journey live the way every journey goes; then leaves a
 * file that names the business date to run.
 */
@Component
class BenchBank implements ApplicationRunner {
  static final String READY = "bench-ready";
  static final String FAILED = "bench-failed";
  static final String DONE = "bench-done";
  static final String JOURNEY = "bench_daily";
  private static final List<String> OFFERS = List.of("B01", "B02", "B03", "B04", "B05");
  private static final String SETTINGS =
      """
      {"purpose": "MARKETING", "goal": {"products": ["B01"], "days": 14}, "reentryDays": 30,
       "privacyAssessment": "PIA-BENCH"}
      """;
  private static final int SUB_BRANCHES = 20;
  private static final int DAYS_AGO = 60; // its window of 14 days is over: the report is final
  private static final double BUYERS = 0.03;
  private static final List<String> TRACE =
      List.of(
          "audience",
          "audience_chunk",
          "candidate_set",
          "candidate_loss",
          "score_chunk",
          "decision_fact",
          "decision_fact_name",
          "decision_window",
          "decision_participant",
          "decision_price",
          "decision");
  private static final int AT_ONCE = 50_000;

  private final ApplicationContext beans;
  private final int customers;
  private final Path home;

  BenchBank(
      ApplicationContext beans,
      @Value("${waybot.bench.customers}") int customers,
      @Value("${waybot.home}") Path home) {
    this.beans = beans;
    this.customers = customers;
    this.home = home;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofPlatform().name("bench").daemon().start(this::moveIn);
  }

  private void moveIn() {
    try {
      var date = businessDate();
      addPeople(addUnits().getFirst());
      addCatalogue();
      addModel();
      beans.getBean(BenchCustomers.class).moveIn(customers, units());
      addSales(date);
      sql().execute("analyze");
      putLive(date);
      tell(READY, date.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ApiProblem e) {
      tell(FAILED, e + " " + e.extras());
      throw e;
    } catch (RuntimeException e) {
      tell(FAILED, String.valueOf(e));
      throw e;
    }
  }

  /** Counts what the run left behind, beside whatever the application does next. */
  @TransactionalEventListener
  void ended(RunEnded ended) {
    Thread.ofPlatform().name("bench-count").daemon().start(() -> tell(DONE, facts(ended)));
  }

  private String facts(RunEnded ended) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("run", ended.runId().toString());
    facts.put("sent", count("dispatch where state = 'SENT'"));
    facts.put("receipts", count("receipt where dispatch_id is not null"));
    facts.put("written_back", count("write_back_row"));
    facts.put("trace_mb", traceBytes() / (1024 * 1024));
    facts.put("live_count_seconds", liveCounts());
    return beans.getBean(JsonMapper.class).writeValueAsString(facts);
  }

  private Map<String, Double> liveCounts() {
    var journey = beans.getBean(JourneyRepository.class).findByJourneyKey(JOURNEY).orElseThrow();
    try {
      return beans.getBean(BenchCounts.class).seconds(journey.id(), as("planner"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private long count(String rows) {
    return Objects.requireNonNull(sql().queryForObject("select count(*) from " + rows, Long.class));
  }

  /** What is kept to say why: sets, scores, decisions and prices, with their indexes. */
  private long traceBytes() {
    var size =
        Boolean.TRUE.equals(
                sql()
                    .execute(
                        (ConnectionCallback<Boolean>)
                            connection -> connection.isWrapperFor(PGConnection.class)))
            ? "pg_total_relation_size('%s')"
            : "disk_space_used('%s')";
    return TRACE.stream()
        .mapToLong(table ->
            Objects.requireNonNull(
                sql().queryForObject("select " + size.formatted(table), Long.class)))
        .sum();
  }

  private void tell(String file, String text) {
    try {
      Files.writeString(home.resolve(file + ".tmp"), text);
      Files.move(home.resolve(file + ".tmp"), home.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JdbcTemplate sql() {
    return beans.getBean(JdbcTemplate.class);
  }

  private LocalDate businessDate() {
    var calendar = beans.getBean(BusinessCalendar.class);
    return calendar.previous(LocalDate.now(beans.getBean(Clock.class)).minusDays(DAYS_AGO));
  }

  private List<OrgUnit> addUnits() {
    var head = OrgUnit.headOffice("00", "总行", "Head office");
    var branch = head.child("11", "分行", "Branch");
    var units = new ArrayList<>(List.of(head, branch));
    units().forEach(code -> units.add(branch.child(code, "支行" + code, "Sub-branch " + code)));
    units.forEach(beans.getBean(OrgUnits.class)::save);
    return units;
  }

  private static List<String> units() {
    var codes = new ArrayList<String>();
    for (int i = 1; i <= SUB_BRANCHES; i++) {
      codes.add("11%02d".formatted(i));
    }
    return codes;
  }

  private void addPeople(OrgUnit head) {
    add(head, "planner", null, Role.PLANNER);
    add(head, "approver", "BUSINESS", Role.APPROVER);
    add(head, "approver2", "COMPLIANCE", Role.APPROVER);
    add(head, "approver3", "HEAD_OF_RETAIL", Role.APPROVER);
  }

  private void add(OrgUnit head, String login, @Nullable String duty, Role role) {
    var hash =
        Objects.requireNonNull(beans.getBean(PasswordEncoder.class).encode(WaybotProcess.PASSWORD));
    beans
        .getBean(People.class)
        .save(
            new Person(
                login,
                login,
                login,
                head.code(),
                hash,
                Person.Kind.PERSON,
                "zh",
                duty,
                0,
                true,
                true,
                Set.of(role)));
  }

  private SignedIn as(String login) {
    var person = beans.getBean(People.class).find(login).orElseThrow();
    return new SignedIn(person, beans.getBean(OrgUnits.class).get(person.orgCode()));
  }

  /** Five offers by four channels: twenty candidates; two customers in three fit the channels. */
  private void addCatalogue() {
    for (int i = 0; i < OFFERS.size(); i++) {
      addOffer(OFFERS.get(i), i);
    }
    addChannel("sms", 0.16, "0.045", 1.1, 1);
    addChannel("push", 0.20, "0.002", 1.0, 2);
    addChannel("inbox", 0.16, "0.001", 0.9, 3);
    addChannel("email", 0.14, "0.003", 0.8, 4);
    var clock = beans.getBean(Clock.class);
    beans
        .getBean(SegmentStore.class)
        .add(
            Segment.byRule(
                "ALL",
                "全部客户",
                "Everybody",
                "00",
                new SegmentRule.All(List.of()),
                "planner",
                clock.instant()));
  }

  private void addOffer(String code, int i) {
    beans
        .getBean(Disclaimers.class)
        .save(new Disclaimers.Disclaimer("D1", "以办理时为准。", "As on the day."));
    var rate = i == 4 ? "" : " {{rate}}"; // no yield figure for a wealth product
    beans
        .getBean(Products.class)
        .save(
            new Product(
                code,
                "产品" + code,
                "Product " + code,
                i == 4 ? "WEALTH" : "DEPOSIT",
                null,
                null,
                "2.%d%%".formatted(i),
                i == 4 ? 2 : null,
                BigDecimal.valueOf(1_000L * i),
                BigDecimal.valueOf(200 + 60L * i),
                "D1",
                false,
                true));
    beans
        .getBean(Contents.class)
        .create(
            new ContentDraft(
                "T" + code,
                code,
                "00",
                "MARKETING",
                null,
                null,
                null,
                Map.of(
                    "zh",
                        new Content.Text("{{product}}", "{{salutation}},{{product}}" + rate + "。"),
                    "en",
                        new Content.Text(
                            "{{product}}", "{{salutation}}, {{product}}" + rate + "."))),
            "planner");
  }

  private void addChannel(String code, double share, String costYuan, double factor, int position) {
    beans
        .getBean(Channels.class)
        .save(
            new Channel(
                code,
                code,
                code,
                true,
                (int) (share * customers),
                60_000_000,
                new BigDecimal(costYuan),
                "00:00-24:00",
                false,
                true,
                "1/1",
                CrashKind.IDEMPOTENT,
                factor,
                false,
                position));
  }

  private void addModel() {
    var models = beans.getBean(ModelRegistry.class);
    var json = beans.getBean(JsonMapper.class);
    var version =
        models.register(
            models.open("bench", "测试模型", "Bench model"),
            new NewModelVersion(
                "lightgbm",
                "customers",
                "bought",
                json.writeValueAsString(BenchCustomers.features()),
                "{\"kind\":\"kfold\",\"k\":5,\"seed\":1}",
                20_000,
                0.7,
                0.3,
                json.writeValueAsString(
                    new Measures(0.7, 0.3, 20_000, 1_000, List.of(), List.of(), List.of())),
                BenchModel.trained(),
                "planner"));
    models.promote(version.id());
  }

  /** What the bank sold in the window that the report looks at. */
  private void addSales(LocalDate date) {
    var at =
        Timestamp.from(
            date.plusDays(3).atStartOfDay(beans.getBean(Clock.class).getZone()).toInstant());
    var rows = new ArrayList<@Nullable Object[]>();
    for (int number = 1; number <= customers; number++) {
      if (BenchCustomers.dice(number, 60) < BUYERS) {
        rows.add(
            new @Nullable Object[] {
              "S" + number, number, BenchCustomers.key(number), "B01", at, 10_000, at
            });
      }
      if (rows.size() == AT_ONCE || number == customers) {
        beans
            .getBean(BulkInsert.class)
            .into(
                "conversion",
                List.of(
                    "id",
                    "customer",
                    "customer_key",
                    "product_code",
                    "at",
                    "amount_yuan",
                    "received_at"),
                rows);
        rows.clear();
      }
    }
  }

  private void putLive(LocalDate date) throws InterruptedException {
    while (!beans.getBean(Engine.class).status().isUp()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    var planner = as("planner");
    var approvals = beans.getBean(ApprovalService.class);
    var journeys = beans.getBean(JourneyService.class);
    var journey = journeys.takeIn(drawing(), null, planner, Locale.ENGLISH).journeyId();
    var draft = journeys.open(journey, planner).version();
    journeys.save(
        journey,
        draft.revision(),
        draft.bpmn(),
        JourneySettings.fromJson(SETTINGS)
            .during(date, LocalDate.now(beans.getBean(Clock.class)).plusDays(7)),
        planner,
        Locale.ENGLISH);
    approvals.submit(journey, planner, Locale.ENGLISH).stream()
        .map(Approval::step)
        .sorted() // the head of retail signs last
        .forEach(step -> approvals.approve(journey, as(signer(step)), "bench"));
    beans.getBean(JourneyDeployer.class).goLive(journey, planner, Locale.ENGLISH);
  }

  private static String signer(Approval.Step step) {
    return switch (step) {
      case BUSINESS -> "approver";
      case COMPLIANCE -> "approver2";
      case HEAD_OF_RETAIL -> "approver3";
    };
  }

  private static byte[] drawing() {
    try (var in = BenchBank.class.getResourceAsStream("/journeys/bench_daily.bpmn")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
