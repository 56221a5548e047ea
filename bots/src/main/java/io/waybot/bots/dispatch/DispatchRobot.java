package io.waybot.bots.dispatch;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.channel.Gateways;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.DispatchStep;
import io.waybot.db.dispatch.DispatchSteps;
import io.waybot.db.dispatch.NewDispatch;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Puts one row per customer into the dispatch ledger and parks; the {@link Dispatcher} sends and
 * ends the step. Rows that are there are left alone, so working twice sends once.
 */
@Component
class DispatchRobot implements Robot<DispatchRobot.Input, DispatchRobot.Output> {
  private static final int ROWS_AT_ONCE = 65_536;
  private static final int DEFAULT_HOURS = 24;
  private static final int LONGEST_HOURS = 24 * 14;

  private final AudienceStore audiences;
  private final DispatchSteps steps;
  private final DispatchLedger ledger;
  private final ContentChoice contents;
  private final Gateways gateways;
  private final Clock clock;

  DispatchRobot(
      AudienceStore audiences,
      DispatchSteps steps,
      DispatchLedger ledger,
      ContentChoice contents,
      Gateways gateways,
      Clock clock) {
    this.audiences = audiences;
    this.steps = steps;
    this.ledger = ledger;
    this.contents = contents;
    this.gateways = gateways;
    this.clock = clock;
  }

  /**
   * @param audience who is written to
   * @param content codes; blank: what the decision chose; several: the one about the decided
   *     product
   * @param sendByHours what is not sent within so many hours is withheld
   */
  @RobotInfo(
      job = "dispatch",
      group = BlockGroup.REACH,
      order = 10,
      icon = "send",
      variantField = "channel",
      variants = {"sms", "push", "inbox", "email"})
  record Input(
      AudienceRef audience,
      @Field(required = true) String channel,
      @Field(choices = "contents", many = true) @Nullable String content,
      @Field(
              options = {"zh", "en"},
              byDefault = "zh")
          @Nullable String language,
      @Field(byDefault = "24", min = 1, max = LONGEST_HOURS) @Nullable Integer sendByHours) {}

  record Output(AudienceRef sent, int rejected, int unknown, int withheld) {}

  @Override
  public String jobType() {
    return "dispatch";
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
    if (gateways.find(input.channel()).isEmpty()) {
      throw new RobotFailure.Permanent(
          "channel "
              + input.channel()
              + " is not connected: set waybot.channel."
              + input.channel()
              + ".url",
          null);
    }
    var language = input.language() == null || input.language().isBlank() ? "zh" : input.language();
    var chosen = contents.of(input.content(), context, language);
    var step = steps.open(step(input, context));
    if (!step.filled()) {
      fill(step, chosen, audiences.load(input.audience().id()));
      steps.filled(step.stepId());
    }
    return Outcome.parked();
  }

  private DispatchStep step(Input input, RobotContext context) {
    int hours = input.sendByHours() == null ? DEFAULT_HOURS : input.sendByHours();
    if (hours < 1 || hours > LONGEST_HOURS) {
      throw new RobotFailure.Permanent("send within 1 to " + LONGEST_HOURS + " hours", null);
    }
    return new DispatchStep(
        context.stepId(),
        context.runId(),
        context.scopeRunId(),
        context.elementId(),
        context.step(),
        input.channel(),
        input.audience().id(),
        context.rehearsal(),
        clock.instant().plus(Duration.ofHours(hours)),
        false);
  }

  private void fill(DispatchStep step, ContentChoice.ForBlock chosen, RoaringBitmap audience) {
    List<NewDispatch> rows = new ArrayList<>(ROWS_AT_ONCE);
    for (var it = audience.getIntIterator(); it.hasNext(); ) {
      rows.add(chosen.to(it.next()));
      if (rows.size() == ROWS_AT_ONCE || !it.hasNext()) {
        ledger.add(step, rows);
        rows.clear();
      }
    }
  }
}
