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
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.Dataset;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelVersion;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives every customer of a list the score of the model's champion. */
@Component
class ScoreAudienceRobot implements Robot<ScoreAudienceRobot.Input, ScoreAudienceRobot.Output> {
  private static final Logger log = LoggerFactory.getLogger(ScoreAudienceRobot.class);
  private final AudienceStore audiences;
  private final ModelRegistry registry;
  private final CustomerScoring scoring;
  private final JsonMapper json;
  private final Clock clock;

  ScoreAudienceRobot(
      AudienceStore audiences,
      ModelRegistry registry,
      CustomerScoring scoring,
      JsonMapper json,
      Clock clock) {
    this.audiences = audiences;
    this.registry = registry;
    this.scoring = scoring;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param dataset where the model's columns are read, the bank's customers unless said otherwise
   * @param olderThanDays a model trained longer ago is old
   * @param ifOlder warn: the log says so; stop: the run takes the exit MODEL_TOO_OLD
   */
  @RobotInfo(job = "score-audience", group = BlockGroup.STRATEGY, order = 10, icon = "score")
  record Input(
      AudienceRef audience,
      @Field(required = true, choices = "models") String model,
      @Field(byDefault = "30", min = 1, max = 3650) @Nullable Integer olderThanDays,
      @Field(
              byDefault = "warn",
              options = {"warn", "stop"})
          String ifOlder,
      @Field(hidden = true) @Nullable String dataset) {
    private static final int USUAL_AGE = 30;

    boolean old(long days) {
      return days > (olderThanDays == null ? USUAL_AGE : olderThanDays);
    }

    String source() {
      return dataset == null || dataset.isBlank() ? Dataset.CUSTOMERS : dataset;
    }
  }

  /**
   * @param unscored customers without a row in the dataset; they are not in {@code scored}
   * @param modelVersion number of the champion that scored
   */
  record Output(AudienceRef scored, int unscored, int modelVersion, double auc) {}

  @Override
  public String jobType() {
    return "score-audience";
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
    var version =
        registry
            .champion(input.model())
            .orElseThrow(
                () -> new RobotFailure.Permanent(Said.of("no_champion", input.model()), null));
    checkAge(input, version);
    var dataset = input.source();
    var customers = audiences.load(input.audience().id());
    var scored = score(version, dataset, context, customers);
    var lineage =
        json.writeValueAsString(
            new AudienceScores.Lineage(input.audience().id(), version.id(), dataset));
    var ref =
        audiences.save(
            NewAudience.of(context.runId(), context.stepId(), context.elementId(), "scored")
                .lineage(lineage),
            scored);
    return Outcome.done(
        new Output(
            ref, customers.getCardinality() - ref.count(), version.version(), version.auc()));
  }

  private RoaringBitmap score(
      ModelVersion version, String dataset, RobotContext context, RoaringBitmap customers) {
    try {
      return scoring.score(version, dataset, context.businessDate(), customers);
    } catch (IllegalArgumentException | ModelFailure e) {
      throw new RobotFailure.Permanent(
          Said.of("cannot_score", version.modelCode(), dataset, String.valueOf(e.getMessage())), e);
    }
  }

  private void checkAge(Input input, ModelVersion version) {
    long days = Duration.between(version.trainedAt(), clock.instant()).toDays();
    if (!input.old(days)) {
      return;
    }
    if ("stop".equals(input.ifOlder())) {
      throw new RobotFailure.Refused("MODEL_TOO_OLD", Said.of("model_old", input.model(), days));
    }
    log.warn("model={} version={} ageDays={} is old", input.model(), version.version(), days);
  }
}
