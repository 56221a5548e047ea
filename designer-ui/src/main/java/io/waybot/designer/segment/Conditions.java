package io.waybot.designer.segment;

import io.waybot.bots.template.Choice;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.All;
import io.waybot.db.segment.SegmentRule.Any;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.segment.SegmentRule.InStage;
import io.waybot.db.segment.SegmentRule.Not;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.segment.SegmentService;
import io.waybot.runtime.segment.SegmentService.Field;
import java.util.List;

/** Makes the rows of a rule, new or as stored, with what they offer to choose from. */
class Conditions {
  private final Texts texts;
  private final List<Field> fields;
  private final List<Choice> events;
  private final List<Choice> stages;
  private final List<Choice> segments;
  private final Runnable changed;

  /**
   * @param changed told after every change of any row
   */
  Conditions(Texts texts, SegmentService service, LiveChoices choices, Runnable changed) {
    this.texts = texts;
    this.fields = service.fields();
    this.events = choices.of("events", Texts.language());
    this.stages = choices.of("stages", Texts.language());
    this.segments = choices.of("segments", Texts.language());
    this.changed = changed;
  }

  Texts texts() {
    return texts;
  }

  void changed() {
    changed.run();
  }

  ColumnRow column() {
    return new ColumnRow(texts, fields, changed);
  }

  EventRow event() {
    return new EventRow(texts, events, changed);
  }

  /** The customer is in a stage of the app: that of the latest behaviour. */
  ChoiceRow stage() {
    return new ChoiceRow(
        texts.get("segments.stage.in"),
        texts.get("segments.stage.which"),
        stages,
        InStage::new,
        changed);
  }

  /** The customer is in another segment, by conditions or by list. */
  ChoiceRow segment() {
    return new ChoiceRow(
        texts.get("segments.in"), texts.get("segments.other"), segments, InSegment::new, changed);
  }

  ConditionGroup group() {
    return new ConditionGroup(this, ConditionGroup.Mode.ANY);
  }

  /** A rule as its rows; the outermost is always a group. */
  ConditionGroup root(SegmentRule rule) {
    var row = row(rule);
    if (row instanceof ConditionGroup group) {
      return group;
    }
    var group = new ConditionGroup(this, ConditionGroup.Mode.ALL);
    group.add(row);
    return group;
  }

  private ConditionRow row(SegmentRule rule) {
    return switch (rule) {
      case All all -> group(ConditionGroup.Mode.ALL, all.of());
      case Any any -> group(ConditionGroup.Mode.ANY, any.of());
      case Not(Any any) -> group(ConditionGroup.Mode.NONE, any.of());
      case Not not -> group(ConditionGroup.Mode.NONE, List.of(not.of()));
      case Column column -> column().with(column);
      case HadEvent event -> event().with(event);
      case InStage in -> stage().with(in.stage());
      case InSegment other -> segment().with(other.code());
    };
  }

  private ConditionGroup group(ConditionGroup.Mode mode, List<SegmentRule> rules) {
    var group = new ConditionGroup(this, mode);
    rules.forEach(rule -> group.add(row(rule)));
    return group;
  }
}
