package io.waybot.bots.decide;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.decision.DecisionWindows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a seat in the day's decision window for its journey and waits there: whoever completes the
 * window completes this step.
 */
@Component
class DecideTreatmentsRobot
    implements Robot<DecideTreatmentsRobot.Input, DecideTreatmentsRobot.Output> {
  private final TermsWriter terms;
  private final DecisionWindows windows;
  private final WindowDecider decider;
  private final JsonMapper json;

  DecideTreatmentsRobot(
      TermsWriter terms, DecisionWindows windows, WindowDecider decider, JsonMapper json) {
    this.terms = terms;
    this.windows = windows;
    this.decider = decider;
    this.json = json;
  }

  /**
   * @param audience a list that score-audience made
   * @param contents one content for each offer; blank: the bank's first valid one for each product
   * @param offers blank after apply-strategies, which says who may get what
   * @param branchLimit leads per sub-branch
   * @param careYuan what a care message or service notice of a strategy is worth
   * @param wouldBuyPercent share of a channel's efficiency that a customer buys by without contact
   * @param valueWeight 0 to 100, as are the other weights
   */
  @RobotInfo(job = "decide-treatments", group = BlockGroup.STRATEGY, order = 30, icon = "target")
  record Input(
      AudienceRef audience,
      @Field(choices = "products", many = true) @Nullable String offers,
      @Field(choices = "contents", many = true) @Nullable String contents,
      @Field(
              required = true,
              byDefault = "sms,push,email,branch",
              options = {"branch", "sms", "push", "inbox", "email"},
              many = true)
          String channels,
      @Field(min = 0) @Nullable Integer smsLimit,
      @Field(min = 0) @Nullable Integer pushLimit,
      @Field(min = 0) @Nullable Integer inboxLimit,
      @Field(min = 0) @Nullable Integer emailLimit,
      @Field(min = 0) @Nullable Integer branchLimit,
      @Field(byDefault = "70", min = 0, max = 100) @Nullable Double wouldBuyPercent,
      @Field(byDefault = "1", min = 0, max = 1_000) @Nullable Double careYuan,
      @Field(byDefault = "100", min = 0, max = 100) @Nullable Integer valueWeight,
      @Field(byDefault = "0", min = 0, max = 100) @Nullable Integer experienceWeight,
      @Field(byDefault = "100", min = 0, max = 100) @Nullable Integer costWeight,
      @Field(choices = "amounts", byDefault = "demand_yuan") @Nullable String amountColumn) {}

  /**
   * @param notChosen everybody else; by reason in the sets of the same name
   * @param gap at most this share of the best possible value was missed
   */
  record Output(
      AudienceRef sms,
      AudienceRef push,
      AudienceRef email,
      AudienceRef branch,
      AudienceRef inbox,
      AudienceRef notChosen,
      double gap) {}

  @Override
  public String jobType() {
    return "decide-treatments";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    var window =
        windows.join(
            context.businessDate(),
            context.rehearsal(),
            context.stepId(),
            context.runId(),
            input.audience().id(),
            json.writeValueAsString(terms.write(input, context)));
    decider.decideIfDue(window.id());
    return Outcome.parked();
  }
}
