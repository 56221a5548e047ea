package io.waybot.runtime.journey.lint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** How many customers a list would have today, for those who are still drawing. */
@Component
public class AudienceCounts {
  private final KnownLists lists;
  private final Clock clock;

  AudienceCounts(KnownLists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  /**
   * The segment's customers of one unit and of the units below it; empty if there is no such
   * segment or its rule cannot be asked.
   */
  public OptionalInt of(String segment, String ownerUnit) {
    return lists.segment(segment, LocalDate.now(clock)).stream()
        .mapToInt(
            known -> RoaringBitmap.andCardinality(known.customers(), lists.customersOf(ownerUnit)))
        .findFirst();
  }
}
