package io.waybot.bots.feedback;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Looks what came back since the run contacted its customers. */
@Component
class CollectFeedbackRobot
    implements Robot<CollectFeedbackRobot.Input, CollectFeedbackRobot.Output> {
  private final AudienceStore audiences;
  private final Responses responses;

  CollectFeedbackRobot(AudienceStore audiences, Responses responses) {
    this.audiences = audiences;
    this.responses = responses;
  }

  @RobotInfo(job = "collect-feedback", group = BlockGroup.FEEDBACK, order = 20, icon = "collect")
  record Input(
      AudienceRef audience,
      @Field(
              byDefault = Responses.USUAL,
              options = {"delivered", "clicked", "replied", "lead", "bought"},
              many = true)
          @Nullable String counts) {}

  /**
   * @param contacted customers of the list that the run contacted
   * @param delivered to so many of them something was delivered for certain
   */
  record Output(AudienceRef responded, int contacted, int delivered) {}

  @Override
  public String jobType() {
    return "collect-feedback";
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
    var audience = audiences.load(input.audience().id());
    var contacted = RoaringBitmap.and(audience, responses.contacted(context));
    var found = responses.found(input.counts(), context);
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "responded")
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}");
    return Outcome.done(
        new Output(
            audiences.save(origin, RoaringBitmap.and(contacted, found.responded())),
            contacted.getCardinality(),
            RoaringBitmap.andCardinality(contacted, found.delivered())));
  }
}
