package io.waybot.bots.benefit;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.policy.SettingsReader;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.benefit.BenefitLedger;
import io.waybot.db.benefit.GrantOrder;
import io.waybot.db.benefit.Granted;
import io.waybot.db.feedback.FeedbackLedger;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Gives a benefit to those of a list who reached the journey's goal, or to all of it; a replay
 * gives nothing, a rehearsal only counts.
 */
@Component
class GrantBenefitRobot implements Robot<GrantBenefitRobot.Input, GrantBenefitRobot.Output> {
  private static final String WHOLE_LIST = "LIST";
  private final AudienceStore audiences;
  private final BenefitLedger ledger;
  private final FeedbackLedger feedback;
  private final SettingsReader settings;
  private final GiftBan ban;

  GrantBenefitRobot(
      AudienceStore audiences,
      BenefitLedger ledger,
      FeedbackLedger feedback,
      SettingsReader settings,
      GiftBan ban) {
    this.audiences = audiences;
    this.ledger = ledger;
    this.feedback = feedback;
    this.settings = settings;
    this.ban = ban;
  }

  /**
   * @param when GOAL: who bought a product of the goal since the run began; LIST: everybody
   * @param eachAtMost pieces for one customer from this journey, over all days
   * @param budgetYuan of this block, over all days
   */
  @RobotInfo(job = "grant-benefit", group = BlockGroup.BENEFIT, order = 10, icon = "gift")
  record Input(
      AudienceRef audience,
      @Field(required = true, choices = "benefits") String benefit,
      @Field(
              byDefault = "GOAL",
              options = {"GOAL", WHOLE_LIST})
          @Nullable String when,
      @Field(byDefault = "1", min = 1, max = 100) @Nullable Integer eachAtMost,
      @Field(required = true, min = 0, max = 100_000_000) Integer budgetYuan) {}

  /**
   * @param waiting of the list, have not reached the goal
   * @param full had as many as one customer may get
   * @param unfunded budget or stock did not last
   */
  record Output(AudienceRef granted, int waiting, int full, int unfunded) {}

  @Override
  public String jobType() {
    return "grant-benefit";
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
    var goal = goal(context);
    ban.among(goal)
        .ifPresent(product -> {
          throw new RobotFailure.Permanent(Said.of("gift_banned", product.code()), null);
        });
    var list = audiences.load(input.audience().id());
    var due = WHOLE_LIST.equals(input.when()) ? list : reached(list, goal, context);
    var given = give(order(input, context), due, context.rehearsal());
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "granted")
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}");
    return Outcome.done(
        new Output(
            audiences.save(origin, given.granted()),
            list.getCardinality() - due.getCardinality(),
            given.full().getCardinality(),
            given.unfunded().getCardinality()));
  }

  private List<String> goal(RobotContext context) {
    var goal = settings.of(context.journeyVersionId()).goal();
    return goal == null ? List.of() : goal.products();
  }

  private RoaringBitmap reached(RoaringBitmap list, List<String> goal, RobotContext context) {
    if (goal.isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("gift_without_goal"), null);
    }
    return RoaringBitmap.and(list, feedback.bought(goal, feedback.began(context.scopeRunId())));
  }

  private Granted give(GrantOrder order, RoaringBitmap due, boolean rehearsal) {
    try {
      return rehearsal ? ledger.rehearse(order, due) : ledger.grant(order, due);
    } catch (IllegalArgumentException unknown) {
      throw new RobotFailure.Permanent(Said.of("no_benefit", order.benefit()), unknown);
    }
  }

  /** A rerun stands for its day's run: the same reason. */
  private static GrantOrder order(Input input, RobotContext context) {
    if (input.budgetYuan() < 0 || input.eachAtMost() != null && input.eachAtMost() < 1) {
      throw new RobotFailure.Permanent(Said.of("gift_bounds"), null);
    }
    return new GrantOrder(
        input.benefit(),
        context.journeyId(),
        context.elementId(),
        context.runId(),
        context.scopeRunId() + "/" + context.step(),
        input.eachAtMost() == null ? 1 : input.eachAtMost(),
        BigDecimal.valueOf(input.budgetYuan()));
  }
}
