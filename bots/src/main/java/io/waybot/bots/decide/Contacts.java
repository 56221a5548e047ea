package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import io.waybot.db.decision.SmallNumbers;
import org.roaringbitmap.RoaringBitmap;

/** How often customers were contacted in the last 7 days: read once, and remembered as read. */
public final class Contacts {
  static final String COLUMN = "contacts_7d";
  private static final int MOST = 1_000;

  private final SmallNumbers numbers;
  private final boolean known;
  private final RoaringBitmap seen = new RoaringBitmap();

  private Contacts(SmallNumbers numbers, boolean known) {
    this.numbers = numbers;
    this.known = known;
  }

  /** As today's data say. */
  static Contacts today() {
    return new Contacts(new SmallNumbers(), false);
  }

  /** As they were noted when a window was decided. */
  public static Contacts then(SmallNumbers noted) {
    return new Contacts(noted, true);
  }

  int of(CustomerFacts facts) {
    if (!known && seen.checkedAdd(facts.customer()) && facts.known(COLUMN)) {
      numbers.put(facts.customer(), (int) Math.clamp(Math.round(facts.decimal(COLUMN)), 0, MOST));
    }
    return numbers.of(facts.customer());
  }

  SmallNumbers numbers() {
    return numbers;
  }
}
