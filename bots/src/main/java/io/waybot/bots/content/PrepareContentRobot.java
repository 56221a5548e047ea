package io.waybot.bots.content;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.dispatch.Unrenderable;
import io.waybot.bots.policy.Codes;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Before anybody is contacted: freezes the contents' versions for this run, checks words,
 * disclaimers, length and expiry, and leaves out customers for whom a variable has no value.
 */
@Component
class PrepareContentRobot implements Robot<PrepareContentRobot.Input, PrepareContentRobot.Output> {
  private static final String SKIP = "SKIP";
  private static final String NO_VARIABLE = "NO_VARIABLE";
  private static final int LONGEST_SMS = 3;
  private final AudienceStore audiences;
  private final ContentDesk desk;
  private final WritableFor writable;

  PrepareContentRobot(AudienceStore audiences, ContentDesk desk, WritableFor writable) {
    this.audiences = audiences;
    this.desk = desk;
    this.writable = writable;
  }

  /**
   * @param channels that will carry the contents; blank: any
   * @param ifMissing DEFAULT: a customer without a name is greeted as customer; SKIP: left out
   */
  @RobotInfo(job = "prepare-content", group = BlockGroup.MATERIAL, order = 10, icon = "content")
  record Input(
      AudienceRef audience,
      @Field(required = true, choices = "contents", many = true) String contents,
      @Field(
              options = {"sms", "push", "inbox", "email"},
              many = true)
          @Nullable String channels,
      @Field(
              byDefault = "DEFAULT",
              options = {"DEFAULT", SKIP})
          @Nullable String ifMissing) {}

  /**
   * @param contents checked and frozen
   * @param smsParts of the longest text message
   */
  record Output(AudienceRef ready, AudienceRef skipped, int contents, int smsParts) {}

  @Override
  public String jobType() {
    return "prepare-content";
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
    Set<String> channels = new LinkedHashSet<>(Codes.in(input.channels()));
    var texts =
        Codes.in(input.contents()).stream()
            .map(code -> desk.prepare(code, channels, context))
            .toList();
    if (texts.isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("content_unnamed"), null);
    }
    int parts = parts(texts, channels);
    texts.forEach(text -> desk.freeze(text, context));
    var list = audiences.load(input.audience().id());
    var ready = writable.among(list, texts, channels, !SKIP.equals(input.ifMissing()));
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "ready")
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}");
    return Outcome.done(
        new Output(
            audiences.save(origin, ready),
            audiences.save(origin.rule("skipped", NO_VARIABLE), RoaringBitmap.andNot(list, ready)),
            texts.size(),
            parts));
  }

  private int parts(List<PreparedText> texts, Set<String> channels) {
    int parts;
    try {
      parts = writable.parts(texts, channels);
    } catch (Unrenderable never) {
      throw new RobotFailure.Permanent(Said.of("content_unwritable", never.why()), never);
    }
    if (channels.contains("sms") && parts > LONGEST_SMS) {
      throw new RobotFailure.Permanent(Said.of("sms_long", parts, LONGEST_SMS), null);
    }
    return parts;
  }
}
