package io.waybot.connectors.segment;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.All;
import io.waybot.db.segment.SegmentRule.Any;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.segment.SegmentRule.InStage;
import io.waybot.db.segment.SegmentRule.Not;
import io.waybot.db.segment.SegmentRule.Op;
import io.waybot.db.segment.SegmentStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * One question: the tree is walked once, comparisons of one dataset that stand side by side become
 * one statement, everything else is set algebra.
 */
class SegmentEvaluation {
  private final SegmentStore segments;
  private final AudienceStore audiences;
  private final ConditionSql conditions;
  private final RoaringBitmap everybody;
  private final LocalDate businessDate;
  private final ZoneId zone;
  private final Deque<String> asked = new ArrayDeque<>();

  SegmentEvaluation(
      SegmentStore segments,
      AudienceStore audiences,
      ConditionSql conditions,
      RoaringBitmap everybody,
      LocalDate businessDate,
      ZoneId zone) {
    this.segments = segments;
    this.audiences = audiences;
    this.conditions = conditions;
    this.everybody = everybody;
    this.businessDate = businessDate;
    this.zone = zone;
  }

  RoaringBitmap customers(SegmentRule rule) {
    return RoaringBitmap.and(fitting(rule), everybody);
  }

  private RoaringBitmap fitting(SegmentRule rule) {
    return switch (rule) {
      case All all ->
          all.of().isEmpty() ? everybody : FastAggregation.and(parts(all.of(), " and ").iterator());
      case Any any -> FastAggregation.or(parts(any.of(), " or ").iterator());
      case Not not -> RoaringBitmap.andNot(everybody, fitting(not.of()));
      case Column column when column.op() == Op.IS_EMPTY ->
          RoaringBitmap.andNot(everybody, conditions.filled(column));
      case Column column -> conditions.fitting(List.of(column), " and ", businessDate);
      case HadEvent event -> conditions.hadEvent(event, businessDate, zone);
      case InStage stage -> conditions.inStage(stage);
      case InSegment other -> members(other.code());
    };
  }

  /** The sets of the conditions, comparisons of one dataset already joined in its own statement. */
  private List<RoaringBitmap> parts(List<SegmentRule> rules, String joint) {
    var parts = new ArrayList<RoaringBitmap>();
    var byDataset = new LinkedHashMap<String, List<Column>>();
    for (var rule : rules) {
      if (rule instanceof Column column && column.op() != Op.IS_EMPTY) {
        byDataset.computeIfAbsent(column.dataset(), name -> new ArrayList<>()).add(column);
      } else {
        parts.add(fitting(rule));
      }
    }
    byDataset
        .values()
        .forEach(columns -> parts.add(conditions.fitting(columns, joint, businessDate)));
    return parts;
  }

  private RoaringBitmap members(String code) {
    if (asked.contains(code)) {
      throw new SegmentProblem("contains_itself", code);
    }
    var segment = segments.find(code).orElseThrow(() -> new SegmentProblem("no_segment", code));
    asked.push(code);
    var members = membersOf(segment);
    asked.pop();
    return members;
  }

  private RoaringBitmap membersOf(Segment segment) {
    var list = segment.listAudienceId();
    if (list != null) {
      return audiences.load(list);
    }
    var rule = segment.rule();
    if (rule == null) {
      throw new IllegalStateException("segment " + segment.code() + " is neither rule nor list");
    }
    return fitting(rule);
  }
}
