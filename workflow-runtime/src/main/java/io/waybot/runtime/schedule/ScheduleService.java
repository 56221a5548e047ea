package io.waybot.runtime.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When the next run of a journey opens by itself. */
@Component
public class ScheduleService {
  private final ScheduledJourneys journeys;
  private final DueDates dates;

  ScheduleService(ScheduledJourneys journeys, DueDates dates) {
    this.journeys = journeys;
    this.dates = dates;
  }

  /** A planned run. */
  public record Next(LocalDate businessDate, Instant at) {}

  /** Empty for a journey that is not live, paused, without a schedule or past its end. */
  public Optional<Next> next(UUID journeyId) {
    return journeys.find(journeyId).flatMap(dates::nextRun);
  }

  /** Dates on which a journey opens a run by itself, both ends included; none as above. */
  public List<LocalDate> dates(UUID journeyId, LocalDate from, LocalDate to) {
    return journeys
        .find(journeyId)
        .map(journey -> dates.between(journey, from, to))
        .orElse(List.of());
  }
}
