package io.waybot.runtime.demo;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.JourneyDeployer;
import io.waybot.runtime.journey.JourneyLife;
import io.waybot.runtime.journey.JourneyService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The starter journey goes the way of every journey: drawn, set, submitted, signed, put live. */
@Component
class DemoJourney {
  static final String KEY = "deposit_daily";
  private static final String SALT = "deposit-daily/34";
  private static final String SEEDED = "演示数据预置 / Seeded with the demo";
  private static final String FILES = "/journeys/deposit-daily";
  private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

  private final DemoPeople people;
  private final JourneyRepository repository;
  private final JourneyService journeys;
  private final JourneyLife life;
  private final ApprovalService approvals;
  private final JourneyDeployer deployer;
  private final AuditLog audit;

  DemoJourney(
      DemoPeople people,
      JourneyRepository repository,
      JourneyService journeys,
      JourneyLife life,
      ApprovalService approvals,
      JourneyDeployer deployer,
      AuditLog audit) {
    this.people = people;
    this.repository = repository;
    this.journeys = journeys;
    this.life = life;
    this.approvals = approvals;
    this.deployer = deployer;
    this.audit = audit;
  }

  /** Does what is still missing: a first start that was killed half-way goes on here. */
  void putLive(LocalDate firstDate) {
    var id = repository.findByJourneyKey(KEY).map(Journey::id).orElseGet(() -> draw(firstDate));
    var planner = people.as("planner");
    switch (journeys.open(id, planner).version().state()) {
      case DRAFT -> {
        approvals.submit(id, planner, LANGUAGE);
        sign(id);
      }
      case SUBMITTED -> sign(id);
      case APPROVED, LIVE, RETIRED -> {}
    }
    if (journeys.open(id, planner).liveVersion() == null) {
      deployer.goLive(id, planner, LANGUAGE);
    }
  }

  private UUID draw(LocalDate firstDate) {
    var planner = people.as("planner");
    var saved = journeys.takeIn(file(".bpmn"), null, planner, LANGUAGE);
    var id = saved.journeyId();
    life.newExperimentPeriod(id, SALT, planner);
    var settings =
        JourneySettings.fromJson(new String(file(".settings.json"), StandardCharsets.UTF_8))
            .during(firstDate, firstDate.plusMonths(7).withDayOfMonth(1).minusDays(1));
    var draft = journeys.open(id, planner).version();
    journeys.save(id, draft.revision(), draft.bpmn(), settings, planner, LANGUAGE);
    return id;
  }

  /** The demo's colleagues sign; the log says that nobody looked. */
  private void sign(UUID id) {
    var planner = people.as("planner");
    approvals.signatures(id, planner).stream()
        .filter(Approval::isOpen)
        .map(Approval::step)
        .sorted() // the head of retail signs last
        .forEach(step -> approvals.approve(id, people.as(signer(step)), SEEDED));
    audit.append("demo", "journey.seed", KEY, "all signatures were seeded with the demo");
  }

  private static String signer(Approval.Step step) {
    return switch (step) {
      case BUSINESS -> "approver";
      case COMPLIANCE -> "approver2";
      case HEAD_OF_RETAIL -> "approver3";
    };
  }

  private static byte[] file(String ending) {
    try (var in = DemoJourney.class.getResourceAsStream(FILES + ending)) {
      return Objects.requireNonNull(in, FILES + ending).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
