package io.waybot.db.journey;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a planner sets for a journey version beside its drawing; stored as JSON with the version.
 * What is left out gets the default named here.
 *
 * @param purpose default MARKETING
 * @param goal product bought within days; null: none yet
 * @param priority 1 (first) to 5; default 3
 * @param dailyBudgetYuan null: no limit
 * @param from first business date; null: at once
 * @param until last business date; null: no end
 * @param reentryDays the same customer enters again after so many days; default 30; −1: never
 * @param leaveAtGoal default true
 * @param riskTier at least this tier, whatever is computed; default LOW
 * @param schedule null: only started by hand
 * @param privacyAssessment number of the privacy impact assessment; null: none yet
 * @param waits how long each wait takes, by variable name ({@code wait_first}), as ISO 8601 or, in
 *     business days, {@code B3}
 */
public record JourneySettings(
    @Nullable Purpose purpose,
    @Nullable Goal goal,
    @Nullable Integer priority,
    @Nullable BigDecimal dailyBudgetYuan,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable Integer reentryDays,
    @Nullable Boolean leaveAtGoal,
    @Nullable RiskTier riskTier,
    @Nullable Schedule schedule,
    @Nullable String privacyAssessment,
    @Nullable Map<String, String> waits) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public enum Purpose {
    MARKETING,
    CARE,
    SERVICE
  }

  public enum RiskTier {
    LOW,
    MIDDLE,
    HIGH
  }

  /** A customer reached the goal when they took one of the products within so many days. */
  public record Goal(List<String> products, int days) {
    public Goal {
      products = List.copyOf(products);
    }
  }

  /** When a run is opened by itself. */
  public record Schedule(LocalTime time, Days days, Missed missed) {
    public enum Days {
      BUSINESS_DAYS,
      EVERY_DAY
    }

    /** What is made up for when the scheduler was away. */
    public enum Missed {
      LAST,
      ALL,
      NONE
    }
  }

  public JourneySettings {
    purpose = purpose == null ? Purpose.MARKETING : purpose;
    priority = priority == null ? 3 : priority;
    reentryDays = reentryDays == null ? 30 : reentryDays;
    leaveAtGoal = leaveAtGoal == null || leaveAtGoal;
    riskTier = riskTier == null ? RiskTier.LOW : riskTier;
    waits = waits == null ? Map.of() : Map.copyOf(waits);
    waits.forEach(JourneySettings::checkWait);
    if (priority < 1 || priority > 5) {
      throw new IllegalArgumentException("priority is 1 to 5, not " + priority);
    }
  }

  public static JourneySettings empty() {
    return new JourneySettings(
        null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * @throws IllegalArgumentException if a value is out of range
   */
  public static JourneySettings fromJson(String json) {
    try {
      return JSON.readValue(json, JourneySettings.class);
    } catch (tools.jackson.core.JacksonException e) {
      throw new IllegalArgumentException("not the settings of a journey", e);
    }
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /** The same with other waits: the drawing says how long they are. */
  public JourneySettings withWaits(Map<String, String> durations) {
    return new JourneySettings(
        purpose,
        goal,
        priority,
        dailyBudgetYuan,
        from,
        until,
        reentryDays,
        leaveAtGoal,
        riskTier,
        schedule,
        privacyAssessment,
        durations);
  }

  /** The same for a period. */
  public JourneySettings during(LocalDate first, LocalDate last) {
    return new JourneySettings(
        purpose,
        goal,
        priority,
        dailyBudgetYuan,
        first,
        last,
        reentryDays,
        leaveAtGoal,
        riskTier,
        schedule,
        privacyAssessment,
        waits);
  }

  /** Whether a run may be opened for this business date at all. */
  public boolean covers(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
  }

  private static void checkWait(String variable, String duration) {
    if (!variable.matches("wait_[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException("a wait's variable is wait_…, not " + variable);
    }
    if (duration.matches("B[1-9][0-9]?|P[1-9][0-9]{0,2}D[+]B")) {
      return;
    }
    try {
      if (Duration.parse(duration).isNegative()) {
        throw new IllegalArgumentException(variable + " may not be negative");
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(variable + " is no duration: " + duration, e);
    }
  }
}
