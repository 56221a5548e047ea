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
import io.waybot.db.feedback.FeedbackLedger;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Splits who was contacted into who said no, who responded, whose lead is still open, and the
 * silent rest. Members of the list who were never contacted are in none of the four.
 */
@Component
class SplitByResponseRobot
    implements Robot<SplitByResponseRobot.Input, SplitByResponseRobot.Output> {
  private final AudienceStore audiences;
  private final Responses responses;
  private final FeedbackLedger ledger;

  SplitByResponseRobot(AudienceStore audiences, Responses responses, FeedbackLedger ledger) {
    this.audiences = audiences;
    this.responses = responses;
    this.ledger = ledger;
  }

  @RobotInfo(job = "split-by-response", group = BlockGroup.FEEDBACK, order = 30, icon = "fork")
  record Input(
      AudienceRef audience,
      @Field(
              byDefault = Responses.USUAL,
              options = {"delivered", "clicked", "replied", "lead", "bought"},
              many = true)
          @Nullable String respondedMeans) {}

  record Output(
      AudienceRef responded, AudienceRef silent, AudienceRef optedOut, AudienceRef leadOpen) {}

  @Override
  public String jobType() {
    return "split-by-response";
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
    var run = context.scopeRunId();
    var rest =
        RoaringBitmap.and(audiences.load(input.audience().id()), responses.contacted(context));
    var optedOut = take(rest, ledger.optedOut(ledger.began(run)));
    var responded = take(rest, responses.of(input.respondedMeans(), context));
    var leadOpen = take(rest, ledger.openLeads(run));
    return Outcome.done(
        new Output(
            save("responded", responded, input, context),
            save("silent", rest, input, context),
            save("optedOut", optedOut, input, context),
            save("leadOpen", leadOpen, input, context)));
  }

  /** Moves the common members out of {@code rest}. */
  private static RoaringBitmap take(RoaringBitmap rest, RoaringBitmap wanted) {
    var taken = RoaringBitmap.and(rest, wanted);
    rest.andNot(taken);
    return taken;
  }

  private AudienceRef save(String name, RoaringBitmap set, Input input, RobotContext context) {
    return audiences.save(
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), name)
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}"),
        set);
  }
}
