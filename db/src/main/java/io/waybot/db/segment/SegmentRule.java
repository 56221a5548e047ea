package io.waybot.db.segment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * Who belongs to a segment: a tree of conditions, kept as JSON. An empty field fulfils no
 * comparison, {@link Op#IS_EMPTY} finds it and {@link Not} around a comparison includes it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SegmentRule.All.class, name = "all"),
  @JsonSubTypes.Type(value = SegmentRule.Any.class, name = "any"),
  @JsonSubTypes.Type(value = SegmentRule.Not.class, name = "not"),
  @JsonSubTypes.Type(value = SegmentRule.Column.class, name = "column"),
  @JsonSubTypes.Type(value = SegmentRule.HadEvent.class, name = "event"),
  @JsonSubTypes.Type(value = SegmentRule.InStage.class, name = "stage"),
  @JsonSubTypes.Type(value = SegmentRule.InSegment.class, name = "segment")
})
public sealed interface SegmentRule {

  /** Every condition holds; without conditions: everybody. */
  record All(List<SegmentRule> of) implements SegmentRule {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one condition holds; without conditions: nobody. */
  record Any(List<SegmentRule> of) implements SegmentRule {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** The condition does not hold. */
  record Not(SegmentRule of) implements SegmentRule {}

  /**
   * A comparison of one column.
   *
   * @param values as written by a person: one for most operators, two for BETWEEN (both ends
   *     included), any number for IN, none for IS_EMPTY; a date may be relative to the business
   *     date: {@code today}, {@code today-30}, {@code today+7}
   */
  record Column(String dataset, String column, Op op, List<String> values) implements SegmentRule {
    public Column {
      values = List.copyOf(values);
    }

    public static Column of(String dataset, String column, Op op, String... values) {
      return new Column(dataset, column, op, List.of(values));
    }
  }

  /**
   * The customer had the event on one of the last n days before the business date, the business
   * date included (n = 1: on the business date or the day before).
   *
   * @param days at least 0; 0 means on the business date itself
   * @param atLeast how many times, at least 1
   */
  record HadEvent(String code, int days, int atLeast) implements SegmentRule {}

  /** The customer's latest behaviour in the app belongs to this stage. */
  record InStage(String stage) implements SegmentRule {}

  /** The customer is in another segment. */
  record InSegment(String code) implements SegmentRule {}

  /** Comparison of a column with values. */
  enum Op {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    IN,
    BETWEEN,
    IS_EMPTY
  }
}
