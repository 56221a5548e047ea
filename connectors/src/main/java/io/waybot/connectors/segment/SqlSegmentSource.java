package io.waybot.connectors.segment;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import java.time.Clock;
import java.time.LocalDate;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Answers segments from the imported datasets and events. */
@Component
class SqlSegmentSource implements SegmentSource {
  private final SegmentStore segments;
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final ConditionSql conditions;
  private final Clock clock;

  SqlSegmentSource(
      SegmentStore segments,
      AudienceStore audiences,
      CustomerStore customers,
      ConditionSql conditions,
      Clock clock) {
    this.segments = segments;
    this.audiences = audiences;
    this.customers = customers;
    this.conditions = conditions;
    this.clock = clock;
  }

  @Override
  public RoaringBitmap customers(SegmentRule rule, LocalDate businessDate) {
    return new SegmentEvaluation(
            segments, audiences, conditions, customers.active(), businessDate, clock.getZone())
        .customers(rule);
  }

  @Override
  public RoaringBitmap customers(Segment segment, LocalDate businessDate) {
    return customers(new SegmentRule.InSegment(segment.code()), businessDate);
  }
}
