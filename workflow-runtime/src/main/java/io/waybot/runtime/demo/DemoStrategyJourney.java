package io.waybot.runtime.demo;

import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.JourneyService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The journey that applies the strategy table lies ready as a draft: whoever shows the demo submits
 * and starts it, and the starter journey has the first day to itself.
 */
@Component
class DemoStrategyJourney {
  private static final String KEY = "payroll_activation";
  private static final String FILES = "/journeys/payroll-activation";
  private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

  private final DemoPeople people;
  private final JourneyRepository repository;
  private final JourneyService journeys;

  DemoStrategyJourney(DemoPeople people, JourneyRepository repository, JourneyService journeys) {
    this.people = people;
    this.repository = repository;
    this.journeys = journeys;
  }

  void draw(LocalDate firstDate) {
    if (repository.findByJourneyKey(KEY).isPresent()) {
      return;
    }
    var planner = people.as("planner");
    var id = journeys.takeIn(file(".bpmn"), null, planner, LANGUAGE).journeyId();
    var settings =
        JourneySettings.fromJson(new String(file(".settings.json"), StandardCharsets.UTF_8))
            .during(firstDate, firstDate.plusMonths(7).withDayOfMonth(1).minusDays(1));
    var draft = journeys.open(id, planner).version();
    journeys.save(id, draft.revision(), draft.bpmn(), settings, planner, LANGUAGE);
  }

  private static byte[] file(String ending) {
    try (var in = DemoStrategyJourney.class.getResourceAsStream(FILES + ending)) {
      return Objects.requireNonNull(in, FILES + ending).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
