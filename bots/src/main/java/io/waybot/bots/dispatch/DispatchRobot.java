package io.waybot.bots.dispatch;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.channel.Gateways;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.calendar.SendingHours;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.DispatchStep;
import io.waybot.db.dispatch.DispatchSteps;
import io.waybot.db.dispatch.DispatchWishes;
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
  private static final int MOST_PER_MINUTE = 100_000;
  private static final String NOTHING = "nothing";

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
   * @param hours narrower than the channel's: {@code 10:00-12:00,14:00-18:00}
   * @param perMinute at most so many of this block's sends
   * @param ifItFails another channel for those whom this one refuses or has no address of
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
      @Field(byDefault = "24", min = 1, max = LONGEST_HOURS) @Nullable Integer sendByHours,
      @Nullable String hours,
      @Field(min = 1, max = MOST_PER_MINUTE) @Nullable Integer perMinute,
      @Field(
              options = {"nothing", "sms", "push", "inbox", "email"},
              byDefault = NOTHING)
          @Nullable String ifItFails) {}

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
    connected(input.channel());
    var language = input.language() == null || input.language().isBlank() ? "zh" : input.language();
    var chosen = contents.of(input.content(), context, language, input.channel());
    var step = steps.open(step(input, context));
    if (!step.filled()) {
      var turns = new Turns(step.wishes(), clock.instant(), clock.getZone());
      fill(step, chosen, audiences.load(input.audience().id()), turns);
      steps.filled(step.stepId());
    }
    return Outcome.parked();
  }

  private DispatchStep step(Input input, RobotContext context) {
    int hours = input.sendByHours() == null ? DEFAULT_HOURS : input.sendByHours();
    if (hours < 1 || hours > LONGEST_HOURS) {
      throw new RobotFailure.Permanent(Said.of("send_within", LONGEST_HOURS), null);
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
        false,
        wishes(input, context),
        false);
  }

  /** A rehearsal sends nothing: it neither waits for hours nor minds a pace. */
  private DispatchWishes wishes(Input input, RobotContext context) {
    var hours = input.hours() == null || input.hours().isBlank() ? null : input.hours().strip();
    if (hours != null && !SendingHours.valid(hours)) {
      throw new RobotFailure.Permanent(Said.of("no_hours", hours), null);
    }
    if (input.perMinute() != null
        && (input.perMinute() < 1 || input.perMinute() > MOST_PER_MINUTE)) {
      throw new RobotFailure.Permanent(Said.of("no_pace", MOST_PER_MINUTE), null);
    }
    var other = otherChannel(input);
    return context.rehearsal()
        ? new DispatchWishes(null, null, other)
        : new DispatchWishes(hours, input.perMinute(), other);
  }

  private @Nullable String otherChannel(Input input) {
    var other = input.ifItFails();
    if (other == null || other.isBlank() || other.equals(NOTHING)) {
      return null;
    }
    if (other.equals(input.channel())) {
      throw new RobotFailure.Permanent(Said.of("same_channel"), null);
    }
    connected(other);
    return other;
  }

  private void connected(String channel) {
    if (gateways.find(channel).isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("not_connected", channel), null);
    }
  }

  private void fill(
      DispatchStep step, ContentChoice.ForBlock chosen, RoaringBitmap audience, Turns turns) {
    List<NewDispatch> rows = new ArrayList<>(ROWS_AT_ONCE);
    for (var it = audience.getIntIterator(); it.hasNext(); ) {
      rows.add(chosen.to(it.next()).at(turns.next()));
      if (rows.size() == ROWS_AT_ONCE || !it.hasNext()) {
        ledger.add(step, rows);
        rows.clear();
      }
    }
  }
}
