package io.waybot.runtime.journey.approval;

import io.waybot.db.journey.Approval;
import java.util.EnumSet;
import java.util.Set;

/** What a signer confirms to have looked at; each signature has its own list. */
public enum Check {
  LIST_FITS_PURPOSE,
  COST_WITHIN_BUDGET,
  CAPACITY_SUFFICES,
  WORDS_TRUE_AND_COMPLETE,
  DISCLAIMERS_SHOWN,
  PRODUCTS_SUIT_CUSTOMERS,
  PRIVACY_ASSESSED,
  CAPS_AND_HOURS_KEPT,
  RISKS_BEARABLE,
  REHEARSAL_SEEN;

  /** What is confirmed with a signature. */
  public static Set<Check> of(Approval.Step step) {
    return switch (step) {
      case BUSINESS ->
          EnumSet.of(LIST_FITS_PURPOSE, COST_WITHIN_BUDGET, CAPACITY_SUFFICES, REHEARSAL_SEEN);
      case COMPLIANCE ->
          EnumSet.of(
              WORDS_TRUE_AND_COMPLETE,
              DISCLAIMERS_SHOWN,
              PRODUCTS_SUIT_CUSTOMERS,
              PRIVACY_ASSESSED,
              CAPS_AND_HOURS_KEPT);
      case HEAD_OF_RETAIL -> EnumSet.of(RISKS_BEARABLE, PRODUCTS_SUIT_CUSTOMERS);
    };
  }
}
