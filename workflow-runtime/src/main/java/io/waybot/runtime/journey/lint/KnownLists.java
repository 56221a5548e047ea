package io.waybot.runtime.journey.lint;

import java.time.LocalDate;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** Who would be on the lists that journeys pull. */
public interface KnownLists {

  /**
   * A segment as lint needs it.
   *
   * @param ownerPath of the unit that made it, {@code /00/11/}
   * @param uploaded a fixed list, not a rule
   * @param customers who fulfils it on the date, in all units; not to be changed
   */
  record Known(String ownerPath, boolean uploaded, RoaringBitmap customers) {}

  /** Empty if there is no such segment or its rule cannot be asked. */
  Optional<Known> segment(String code, LocalDate date);

  /** The customers of a unit and of the units below it. */
  RoaringBitmap customersOf(String unit);

  /** Where in the organisation a unit stands, {@code /00/11/}. */
  String pathOf(String unit);

  /** The unit that owns a journey; the head office for one that is not stored yet. */
  String ownerOf(String journeyKey);
}
