package io.waybot.bots.experiment;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.experiment.ExperimentTable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Holds customers out: after eligibility and before the decision, so that both arms are comparable.
 * The bank's global holdout goes first and counts as removed by rule GLOBAL_HOLDOUT.
 */
@Component
class SplitArmsRobot implements Robot<SplitArmsRobot.Input, SplitArmsRobot.Output> {
  static final String GLOBAL_HOLDOUT = "GLOBAL_HOLDOUT";
  private final AudienceStore audiences;
  private final ExperimentTable experiments;

  SplitArmsRobot(AudienceStore audiences, ExperimentTable experiments) {
    this.audiences = audiences;
    this.experiments = experiments;
  }

  /**
   * @param audience who may be contacted
   * @param controlPercent share held out, percent, 0 to 50
   */
  @RobotInfo(job = "split-arms", group = BlockGroup.LIST, order = 40, icon = "split")
  record Input(
      AudienceRef audience,
      @Field(byDefault = "10", min = 0, max = 50) @Nullable Double controlPercent) {
    private static final double USUAL_PERCENT = 10;

    double percent() {
      return controlPercent == null ? USUAL_PERCENT : controlPercent;
    }
  }

  record Output(AudienceRef treatment, AudienceRef control, AudienceRef removed) {}

  @Override
  public String jobType() {
    return "split-arms";
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
    if (!(input.percent() >= 0 && input.percent() <= 50)) {
      throw new RobotFailure.Permanent(Said.of("control_share", input.percent()), null);
    }
    double share = input.percent() / 100;
    var salt = experiments.saltOf(context.journeyId());
    var local = new HoldoutAssigner(salt, share);
    var global =
        experiments
            .globalHoldout(context.businessDate().getYear())
            .map(holdout -> new HoldoutAssigner(holdout.salt(), holdout.share()))
            .orElseGet(() -> new HoldoutAssigner("", 0));
    var removed = new RoaringBitmap();
    var control = new RoaringBitmap();
    var treatment = new RoaringBitmap();
    experiments.keys(
        audiences.load(input.audience().id()),
        (number, key) -> {
          var arm = global.control(key) ? removed : local.control(key) ? control : treatment;
          arm.add(number);
        });
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "treatment")
            .lineage(lineage(input, share));
    return Outcome.done(
        new Output(
            audiences.save(origin, treatment),
            audiences.save(named(origin, "control"), control),
            audiences.save(origin.rule("removed", GLOBAL_HOLDOUT), removed)));
  }

  private static NewAudience named(NewAudience origin, String name) {
    return new NewAudience(
        origin.runId(), origin.stepId(), origin.elementId(), name, null, origin.lineage());
  }

  /**
   * The share is kept with the arms: the sample-ratio check needs what was asked for, not what came
   * out.
   */
  private static String lineage(Input input, double share) {
    return String.format(
        Locale.ROOT, "{\"parent\":\"%s\",\"controlShare\":%s}", input.audience().id(), share);
  }
}
