package io.waybot.connectors.segment;

import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import java.time.LocalDate;
import org.roaringbitmap.RoaringBitmap;

/** Where the members of segments come from: our own tables, or one day a bank's tag platform. */
public interface SegmentSource {

  /**
   * The active customers that fit the rule on a business date, as internal numbers.
   *
   * @throws SegmentProblem if the rule names an unknown dataset, column or segment, compares a
   *     column with something it cannot hold, or contains itself
   */
  RoaringBitmap customers(SegmentRule rule, LocalDate businessDate);

  /** The active customers of a stored segment, by rule or by list. */
  RoaringBitmap customers(Segment segment, LocalDate businessDate);
}
