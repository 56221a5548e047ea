package io.waybot.bots.score;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.model.ModelFailure;
import io.waybot.connectors.model.Split;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelVersion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Trains a model inside a journey and registers the version. A rehearsal trains and measures but
 * keeps nothing.
 */
@Component
class TrainModelRobot implements Robot<TrainModelRobot.Input, TrainModelRobot.Output> {
  private final ModelTraining training;
  private final ModelRegistry registry;

  TrainModelRobot(ModelTraining training, ModelRegistry registry) {
    this.training = training;
    this.registry = registry;
  }

  /**
   * @param features columns with commas; empty: all that can be used
   * @param split kfold: every row held out once; out_of_time: the newest rows held out
   * @param timeColumn for out_of_time; empty: rows are in time order
   * @param promote better: becomes champion when its AUC is above the champion's; never
   */
  @RobotInfo(job = "train-model", group = BlockGroup.EVALUATION, order = 40, icon = "train")
  record Input(
      @Field(required = true, choices = "models") String model,
      @Field(required = true, choices = "datasets") String dataset,
      @Field(required = true, choices = "dataColumns") String label,
      @Field(choices = "dataColumns", many = true) @Nullable String features,
      @Field(
              byDefault = "out_of_time",
              options = {"out_of_time", "kfold"})
          String split,
      @Field(choices = "dataColumns", when = "split=out_of_time") @Nullable String timeColumn,
      @Field(byDefault = "20", min = 5, max = 50, when = "split=out_of_time")
          @Nullable Double heldOutPercent,
      @Field(
              byDefault = "better",
              options = {"better", "never"})
          String promote) {
    private static final double USUAL_PERCENT = 20;

    Input {
      split = split == null || split.isBlank() ? "out_of_time" : split;
      promote = promote == null || promote.isBlank() ? "better" : promote;
    }

    double heldOutShare() {
      return (heldOutPercent == null ? USUAL_PERCENT : heldOutPercent) / 100;
    }
  }

  record Output(int rows, int version, double auc, double ks, boolean promoted) {}

  @Override
  public String jobType() {
    return "train-model";
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
    var trainer = "step:" + context.stepId();
    var earlier =
        registry.versions(input.model()).stream()
            .filter(version -> version.trainedBy().equals(trainer))
            .findFirst();
    if (earlier.isPresent()) {
      return Outcome.done(finish(input, earlier.get()));
    }
    try {
      var order = order(input, trainer);
      var trained = training.train(order);
      if (context.rehearsal()) {
        var measures = trained.measures();
        return Outcome.done(
            new Output(trained.set().rows(), 0, measures.auc(), measures.ks(), false));
      }
      return Outcome.done(finish(input, training.register(order, trained)));
    } catch (IllegalArgumentException | IllegalStateException | ModelFailure e) {
      throw new RobotFailure.Permanent(
          Said.of("cannot_train", input.model(), String.valueOf(e.getMessage())), e);
    }
  }

  private Output finish(Input input, ModelVersion version) {
    var champion = registry.champion(input.model()).orElse(null);
    boolean better = champion == null || version.auc() > champion.auc();
    if (better && "better".equals(input.promote())) {
      training.promote(version.id());
    }
    boolean promoted = registry.version(version.id()).state() == ModelVersion.State.CHAMPION;
    return new Output(
        version.trainRows(), version.version(), version.auc(), version.ks(), promoted);
  }

  private static TrainingOrder order(Input input, String trainer) {
    return new TrainingOrder(
        input.model(),
        input.model(),
        input.model(),
        input.dataset(),
        input.label(),
        listed(input.features()),
        split(input),
        trainer);
  }

  private static Split split(Input input) {
    var time = input.timeColumn();
    return switch (input.split()) {
      case "kfold" -> new Split.KFold(5, 1);
      case "out_of_time" ->
          new Split.OutOfTime(time == null || time.isBlank() ? null : time, input.heldOutShare());
      default -> throw new IllegalArgumentException("no split is called '" + input.split() + "'");
    };
  }

  private static List<String> listed(@Nullable String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
  }
}
