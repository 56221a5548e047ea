package io.waybot.bots.experiment;

import io.waybot.bots.Foretelling;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds customers out: after eligibility and before the decision, so that both arms are comparable.
 * The bank's global holdout goes first and counts as removed by rule GLOBAL_HOLDOUT.
 */
@Component
class SplitArmsRobot
    implements Robot<SplitArmsRobot.Input, SplitArmsRobot.Output>,
        Foretelling<SplitArmsRobot.Input> {
  static final String GLOBAL_HOLDOUT = "GLOBAL_HOLDOUT";
  private final AudienceStore audiences;
  private final ExperimentTable experiments;
  private final JsonMapper json;

  SplitArmsRobot(AudienceStore audiences, ExperimentTable experiments, JsonMapper json) {
    this.audiences = audiences;
    this.experiments = experiments;
    this.json = json;
  }

  /**
   * @param audience who may be contacted
   * @param controlPercent share held out, percent, 0 to 50
   * @param keepArms JOURNEY: a customer stays in the arm of earlier runs; RUN: drawn anew each day
   * @param percentB share of the treated who are arm B; arm A is whoever is in no other
   * @param nameB what arm B is called in results
   */
  @RobotInfo(job = "split-arms", group = BlockGroup.LIST, order = 40, icon = "split")
  record Input(
      AudienceRef audience,
      @Field(byDefault = "10", min = 0, max = 50) @Nullable Double controlPercent,
      @Field(
              options = {"JOURNEY", "RUN"},
              byDefault = "JOURNEY")
          @Nullable String keepArms,
      @Nullable String nameA,
      @Field(min = 0, max = 100) @Nullable Double percentB,
      @Nullable String nameB,
      @Field(min = 0, max = 100) @Nullable Double percentC,
      @Nullable String nameC) {
    private static final double USUAL_PERCENT = 10;

    double percent() {
      return controlPercent == null ? USUAL_PERCENT : controlPercent;
    }

    double shareB() {
      return percentB == null ? 0 : percentB / 100;
    }

    double shareC() {
      return percentC == null ? 0 : percentC / 100;
    }

    boolean moreArms() {
      return shareB() + shareC() > 0;
    }

    boolean anew() {
      return "RUN".equals(keepArms);
    }

    private String name(ArmSplit.Arm arm) {
      var name =
          switch (arm) {
            case A -> nameA;
            case B -> nameB;
            case C -> nameC;
          };
      return name == null || name.isBlank() ? arm.name() : name.strip();
    }
  }

  /**
   * @param armA with armB and armC all of {@code treatment}; null when no more arms were asked for,
   *     armB and armC also when they have no share
   */
  record Output(
      AudienceRef treatment,
      AudienceRef control,
      AudienceRef removed,
      @Nullable AudienceRef armA,
      @Nullable AudienceRef armB,
      @Nullable AudienceRef armC) {}

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
    var split = split(audiences.load(input.audience().id()), input, context);
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "treatment");
    var stored = new EnumMap<ArmSplit.Arm, AudienceRef>(ArmSplit.Arm.class);
    split
        .arms()
        .forEach(
            (arm, members) -> stored.put(arm, audiences.save(named(origin, "arm" + arm), members)));
    var told = origin.lineage(lineage(input, input.percent() / 100, stored));
    return Outcome.done(
        new Output(
            audiences.save(told, split.treatment()),
            audiences.save(named(told, "control"), split.control()),
            audiences.save(told.rule("removed", GLOBAL_HOLDOUT), split.removed()),
            stored.get(ArmSplit.Arm.A),
            stored.get(ArmSplit.Arm.B),
            stored.get(ArmSplit.Arm.C)));
  }

  @Override
  public Foresight foretell(Input input, Map<String, RoaringBitmap> lists, RobotContext context) {
    var split = split(Objects.requireNonNull(lists.get("audience")), input, context);
    var sets = new HashMap<String, RoaringBitmap>();
    sets.put("treatment", split.treatment());
    sets.put("control", split.control());
    split.arms().forEach((arm, members) -> sets.put("arm" + arm, members));
    return new Foresight(sets, Map.of(GLOBAL_HOLDOUT, split.removed()));
  }

  /**
   * @param arms of the treated, when more than one was asked for
   */
  private record Split(
      RoaringBitmap treatment,
      RoaringBitmap control,
      RoaringBitmap removed,
      Map<ArmSplit.Arm, RoaringBitmap> arms) {}

  private Split split(RoaringBitmap audience, Input input, RobotContext context) {
    refuseImpossible(input);
    var salt = salt(input, context);
    var local = new HoldoutAssigner(salt, input.percent() / 100);
    var global =
        experiments
            .globalHoldout(context.businessDate().getYear())
            .map(holdout -> new HoldoutAssigner(holdout.salt(), holdout.share()))
            .orElseGet(() -> new HoldoutAssigner("", 0));
    var removed = new RoaringBitmap();
    var control = new RoaringBitmap();
    var treatment = new RoaringBitmap();
    var split = new ArmSplit(salt + "/arms", input.shareB(), input.shareC());
    var arms = new EnumMap<ArmSplit.Arm, RoaringBitmap>(ArmSplit.Arm.class);
    experiments.keys(
        audience,
        (number, key) -> {
          var arm = global.control(key) ? removed : local.control(key) ? control : treatment;
          arm.add(number);
          if (input.moreArms() && arm == treatment) {
            arms.computeIfAbsent(split.of(key), none -> new RoaringBitmap()).add(number);
          }
        });
    return new Split(treatment, control, removed, arms);
  }

  private static void refuseImpossible(Input input) {
    if (!(input.percent() >= 0 && input.percent() <= 50)) {
      throw new RobotFailure.Permanent(Said.of("control_share", input.percent()), null);
    }
    if (!(input.shareB() >= 0 && input.shareC() >= 0 && input.shareB() + input.shareC() <= 1)) {
      throw new RobotFailure.Permanent(Said.of("arm_shares"), null);
    }
  }

  /** The journey's own, so that everybody stays where they were; or one of this date. */
  private String salt(Input input, RobotContext context) {
    var salt = experiments.saltOf(context.journeyId());
    return input.anew() ? salt + "/" + context.businessDate() : salt;
  }

  private static NewAudience named(NewAudience origin, String name) {
    return new NewAudience(
        origin.runId(), origin.stepId(), origin.elementId(), name, null, origin.lineage());
  }

  /**
   * The share is kept with the arms: the sample-ratio check needs what was asked for, not what came
   * out. The treated also say which arms they are made of.
   */
  private String lineage(Input input, double share, Map<ArmSplit.Arm, AudienceRef> arms) {
    var named =
        arms.entrySet().stream()
            .map(arm -> new SplitLineage.Arm(input.name(arm.getKey()), arm.getValue().id()))
            .toList();
    return json.writeValueAsString(new SplitLineage(input.audience().id(), share, named));
  }
}
