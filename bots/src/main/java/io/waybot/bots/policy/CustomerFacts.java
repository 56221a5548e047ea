package io.waybot.bots.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the bank's data say about one customer; valid only inside the call it is handed to. */
public interface CustomerFacts {
  /** The customer's number. */
  int customer();

  /** Whether the bank delivers this column at all. */
  boolean delivered(String column);

  /** Whether the bank delivers this column and it is not empty for this customer. */
  boolean known(String column);

  /** The value as text; null if not known. */
  @Nullable String text(String column);

  /** The value as number; NaN if not known. */
  double decimal(String column);

  /** False if not known. */
  boolean flag(String column);

  /** Null if not known. */
  @Nullable LocalDate date(String column);
}
