package io.waybot.e2e.bench;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.JourneyDeployer;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.run.RunEnded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
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
  private static final String SETTINGS =
      """
      {"purpose": "MARKETING", "goal": {"products": ["B01"], "days": 14}, "reentryDays": 30,
       "privacyAssessment": "PIA-BENCH"}
      """;
  private static final int DAYS_AGO = 60; // its window of 14 days is over: the report is final
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

  private final ApplicationContext beans;
  private final BenchPeople people;
  private final BenchCatalogue catalogue;
  private final int customers;
  private final Path home;

  BenchBank(
      ApplicationContext beans,
      BenchPeople people,
      BenchCatalogue catalogue,
      @Value("${waybot.bench.customers}") int customers,
      @Value("${waybot.home}") Path home) {
    this.beans = beans;
    this.people = people;
    this.catalogue = catalogue;
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
      people.addPeople(people.addUnits().getFirst());
      catalogue.addCatalogue();
      catalogue.addModel();
      beans.getBean(BenchCustomers.class).moveIn(customers, BenchPeople.units());
      catalogue.addSales(date);
      // A bank's rows are days old: whatever a server tidies up after a load is long done.
      sql().execute(onPostgres() ? "vacuum analyze" : "analyze");
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
      return beans.getBean(BenchCounts.class).seconds(journey.id(), people.as("planner"));
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
    var size = onPostgres() ? "pg_total_relation_size('%s')" : "disk_space_used('%s')";
    return TRACE.stream()
        .mapToLong(table ->
            Objects.requireNonNull(
                sql().queryForObject("select " + size.formatted(table), Long.class)))
        .sum();
  }

  private boolean onPostgres() {
    return Boolean.TRUE.equals(
        sql()
            .execute(
                (ConnectionCallback<Boolean>)
                    connection -> connection.isWrapperFor(PGConnection.class)));
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

  private void putLive(LocalDate date) throws InterruptedException {
    while (!beans.getBean(Engine.class).status().isUp()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    var planner = people.as("planner");
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
        .forEach(step -> approvals.approve(journey, people.as(BenchPeople.signer(step)), "bench"));
    beans.getBean(JourneyDeployer.class).goLive(journey, planner, Locale.ENGLISH);
  }

  private static byte[] drawing() {
    try (var in = BenchBank.class.getResourceAsStream("/journeys/bench_daily.bpmn")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
