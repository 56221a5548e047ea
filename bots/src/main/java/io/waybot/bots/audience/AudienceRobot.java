package io.waybot.bots.audience;

import io.waybot.bots.Foretelling;
import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.segment.SegmentProblem;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Pulls the list of a run: the members of a segment on the business date, within the journey's
 * owner unit, without those who entered the journey lately.
 */
@Component
class AudienceRobot
    implements Robot<AudienceRobot.Input, AudienceRobot.Output>, Foretelling<AudienceRobot.Input> {
  private static final String BY_COLUMN = "column";

  private final SegmentStore segments;
  private final SegmentSource source;
  private final CustomerStore customers;
  private final ListLimit limit;
  private final ListDoor door;

  AudienceRobot(
      SegmentStore segments,
      SegmentSource source,
      CustomerStore customers,
      ListLimit limit,
      ListDoor door) {
    this.segments = segments;
    this.source = source;
    this.customers = customers;
    this.limit = limit;
    this.door = door;
  }

  /**
   * @param segment code of a segment, by rule or an uploaded list
   * @param event code of an event that the customers must have had too; blank: none
   * @param eventDays how many days before the business date it may lie
   * @param atMost null: all
   * @param takenBy {@code random} or {@code column}
   * @param column of the customers, highest value first
   */
  @RobotInfo(job = "pull-audience", group = BlockGroup.LIST, order = 20, icon = "people")
  record Input(
      @Field(required = true, choices = "segments") String segment,
      @Field(choices = "events") @Nullable String event,
      @Field(byDefault = "5", min = 0, max = 400) @Nullable Integer eventDays,
      @Field(min = 1) @Nullable Integer atMost,
      @Field(
              options = {"random", BY_COLUMN},
              byDefault = "random")
          @Nullable String takenBy,
      @Field(choices = "amounts", when = "takenBy=" + BY_COLUMN) @Nullable String column) {}

  /**
   * @param audience the list
   * @param reentry customers left out because they entered this journey lately
   */
  record Output(AudienceRef audience, int reentry) {}

  @Override
  public String jobType() {
    return "pull-audience";
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
    var segment = segment(input);
    var list = members(segment, input, context);
    var kept = door.withoutReentries(list, context);
    var taken = limited(kept, input, context);
    var entered =
        door.enter(taken, RoaringBitmap.andNot(list, kept), lineage(segment, input), context);
    return Outcome.done(new Output(entered.audience(), entered.reentry()));
  }

  @Override
  public Foresight foretell(Input input, Map<String, RoaringBitmap> lists, RobotContext context) {
    var list = members(segment(input), input, context);
    var kept = door.withoutReentries(list, context);
    return new Foresight(
        Map.of("audience", limited(kept, input, context)),
        Map.of(ListDoor.REENTRY, RoaringBitmap.andNot(list, kept)));
  }

  private Segment segment(Input input) {
    return segments
        .find(input.segment())
        .orElseThrow(
            () -> new RobotFailure.Permanent(Said.of("no_segment", input.segment()), null));
  }

  private RoaringBitmap members(Segment segment, Input input, RobotContext context) {
    var list = fitting(segment, input, context);
    list.and(customers.ofOrg(context.ownerOrg()));
    return list;
  }

  private RoaringBitmap fitting(Segment segment, Input input, RobotContext context) {
    try {
      var list = source.customers(segment, context.businessDate()).clone();
      if (input.event() != null && !input.event().isBlank()) {
        int days = input.eventDays() == null ? 5 : input.eventDays();
        list.and(
            source.customers(
                new SegmentRule.HadEvent(input.event().strip(), days, 1), context.businessDate()));
      }
      return list;
    } catch (SegmentProblem e) {
      throw new RobotFailure.Permanent(
          Said.about(segment.code(), e.message("zh"), e.message("en")), e);
    }
  }

  private RoaringBitmap limited(RoaringBitmap list, Input input, RobotContext context) {
    if (input.atMost() == null) {
      return list;
    }
    if (!BY_COLUMN.equals(input.takenBy())) {
      return ListLimit.atRandom(
          list, input.atMost(), context.journeyKey() + "/" + context.businessDate());
    }
    if (input.column() == null || input.column().isBlank()) {
      throw new RobotFailure.Permanent(Said.of("column_unnamed"), null);
    }
    try {
      return limit.byColumn(list, input.atMost(), input.column().strip());
    } catch (IllegalArgumentException e) {
      throw new RobotFailure.Permanent(Said.of("no_column", input.column()), e);
    }
  }

  private static Map<String, Object> lineage(Segment segment, Input input) {
    var lineage = new LinkedHashMap<String, Object>();
    lineage.put("segment", segment.code());
    lineage.put("segmentVersion", segment.version());
    if (input.event() != null && !input.event().isBlank()) {
      lineage.put(
          "event", List.of(input.event(), input.eventDays() == null ? 5 : input.eventDays()));
    }
    return lineage;
  }
}
