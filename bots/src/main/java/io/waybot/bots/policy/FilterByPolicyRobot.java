package io.waybot.bots.policy;

import io.waybot.bots.Foretelling;
import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.segment.SegmentStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Leaves out whom the bank's contact rules protect, each with the first rule that hit. Where
 * strategies made the list, each candidate is judged by its own purpose and product.
 */
@Component
class FilterByPolicyRobot
    implements Robot<FilterByPolicyRobot.Input, FilterByPolicyRobot.Output>,
        Foretelling<FilterByPolicyRobot.Input> {
  static final String EXCLUDED = "EXCLUDED";
  private final ContactPolicyFilter filter;
  private final StrategyPolicy strategies;
  private final CandidateSets candidates;
  private final PolicyCases cases;
  private final AudienceStore audiences;
  private final SegmentStore segments;
  private final SegmentSource members;

  FilterByPolicyRobot(
      ContactPolicyFilter filter,
      StrategyPolicy strategies,
      CandidateSets candidates,
      PolicyCases cases,
      AudienceStore audiences,
      SegmentStore segments,
      SegmentSource members) {
    this.filter = filter;
    this.strategies = strategies;
    this.candidates = candidates;
    this.cases = cases;
    this.audiences = audiences;
    this.segments = segments;
    this.members = members;
  }

  /**
   * @param channels the journey's channels; blank: every connected channel that needs an address
   * @param products whose kin may not have been taken lately; blank: the journey's goal
   * @param atMost the journey's own cap beside the bank's, in {@code perDays} days
   * @param exclude code of a segment that is left out too
   */
  @RobotInfo(job = "filter-by-policy", group = BlockGroup.LIST, order = 30, icon = "shield")
  record Input(
      AudienceRef audience,
      @Field(choices = "channels", many = true) @Nullable String channels,
      @Field(choices = "products", many = true) @Nullable String products,
      @Field(min = 1) @Nullable Integer atMost,
      @Field(min = 1, max = 365) @Nullable Integer perDays,
      @Field(choices = "segments") @Nullable String exclude) {}

  record Output(AudienceRef allowed, AudienceRef removed) {}

  @Override
  public String jobType() {
    return "filter-by-policy";
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
    var behind = candidates.behind(input.audience().id());
    var verdict =
        behind.isEmpty()
            ? filter.judge(audience, cases.of(input, context))
            : strategies.judge(audience, behind, input, context);
    var allowed = verdict.allowed();
    var origin =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "allowed")
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}");
    verdict.removed().forEach((rule, hit) -> audiences.save(origin.rule("removed", rule), hit));
    if (input.exclude() != null && !input.exclude().isBlank()) {
      var excluded = members(input.exclude(), context);
      excluded.and(allowed);
      allowed.andNot(excluded);
      audiences.save(origin.rule("removed", EXCLUDED), excluded);
    }
    var removed = RoaringBitmap.andNot(audience, allowed);
    var all =
        new NewAudience(
            context.runId(),
            context.stepId(),
            context.elementId(),
            "removed",
            null,
            origin.lineage());
    return Outcome.done(new Output(audiences.save(origin, allowed), audiences.save(all, removed)));
  }

  /** Not for lists that strategies made: whom those want is not known before they are applied. */
  @Override
  public Foresight foretell(Input input, Map<String, RoaringBitmap> lists, RobotContext context) {
    var verdict =
        filter.judge(Objects.requireNonNull(lists.get("audience")), cases.of(input, context));
    var allowed = verdict.allowed();
    var removed = new LinkedHashMap<>(verdict.removed());
    if (input.exclude() != null && !input.exclude().isBlank()) {
      var excluded = members(input.exclude(), context);
      excluded.and(allowed);
      allowed.andNot(excluded);
      removed.put(EXCLUDED, excluded);
    }
    return new Foresight(Map.of("allowed", allowed), removed);
  }

  private RoaringBitmap members(String segment, RobotContext context) {
    var found =
        segments
            .find(segment)
            .orElseThrow(() -> new RobotFailure.Permanent(Said.of("no_segment", segment), null));
    return members.customers(found, context.businessDate()).clone();
  }
}
