package io.waybot.bots.audience;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.imports.DataNeed;
import io.waybot.db.imports.DataNeeds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the run until the day's data has been imported. Data that is there lets it pass at once;
 * otherwise the step is parked, and the data gate's round completes it or skips the run at the
 * cut-off.
 */
@Component
class WaitForDataRobot implements Robot<WaitForDataRobot.Input, DataArrived> {
  private static final String SAME_DAY = "same_day";
  private static final String USE_DAY_BEFORE = "use_day_before";

  private final DataGate gate;
  private final DataNeeds needs;
  private final Clock clock;

  WaitForDataRobot(DataGate gate, DataNeeds needs, Clock clock) {
    this.gate = gate;
    this.needs = needs;
    this.clock = clock;
  }

  /**
   * @param datasets names, separated by commas
   * @param dataOf {@code day_before} or {@code same_day}: the day that the data must describe
   * @param until time of day of the business date, the bank's zone
   * @param otherwise {@code skip} or {@code use_day_before}
   */
  @RobotInfo(job = "wait-for-data", group = BlockGroup.LIST, order = 10, icon = "hourglass")
  record Input(
      @Field(required = true, choices = "datasets", many = true) String datasets,
      @Field(
              options = {"day_before", SAME_DAY},
              byDefault = "day_before")
          @Nullable String dataOf,
      @Field(byDefault = "10:00") @Nullable String until,
      @Field(
              options = {"skip", USE_DAY_BEFORE},
              byDefault = "skip")
          @Nullable String otherwise) {}

  @Override
  public String jobType() {
    return "wait-for-data";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<DataArrived> outputType() {
    return DataArrived.class;
  }

  @Override
  public Outcome<DataArrived> work(Input input, RobotContext context) {
    var need = need(input, context);
    var verdict = gate.judge(need, clock.instant());
    if (verdict instanceof DataGate.Verdict.Open open) {
      return Outcome.done(open.answer());
    }
    if (context.rehearsal()) {
      throw new RobotFailure.Permanent(
          Said.of("data_missing", String.join(", ", need.datasets())), null);
    }
    needs.note(need);
    return Outcome.parked();
  }

  private DataNeed need(Input input, RobotContext context) {
    var datasets =
        Arrays.stream(input.datasets().split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    if (datasets.isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("data_unnamed"), null);
    }
    return new DataNeed(
        context.stepId(),
        context.runId(),
        List.copyOf(datasets),
        dataDate(input, context),
        context.businessDate().atTime(until(input)).atZone(clock.getZone()).toInstant(),
        USE_DAY_BEFORE.equals(input.otherwise()));
  }

  private static LocalDate dataDate(Input input, RobotContext context) {
    return SAME_DAY.equals(input.dataOf())
        ? context.businessDate()
        : context.businessDate().minusDays(1);
  }

  private static LocalTime until(Input input) {
    var until = input.until() == null || input.until().isBlank() ? "10:00" : input.until().strip();
    try {
      return LocalTime.parse(until);
    } catch (DateTimeParseException e) {
      throw new RobotFailure.Permanent(Said.of("no_time", until), e);
    }
  }
}
