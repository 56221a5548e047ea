package io.waybot.db.customer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A typed table that imports fill.
 *
 * @param table {@code data_<name>} for a profile, {@code customer_event} for events
 * @param dataDate the newest date that a finished import described, null before the first
 * @param lastImportId the import that brought it
 */
public record Dataset(
    String name,
    Kind kind,
    String table,
    String labelZh,
    String labelEn,
    @Nullable LocalDate dataDate,
    @Nullable UUID lastImportId,
    long lastRows) {

  public enum Kind {
    /** One row per customer. */
    PROFILE,
    /** Many rows per customer, each with a code and a time. */
    EVENT
  }

  /**
   * The dataset that says which customers there are, to whom they belong and who looks after them.
   */
  public static final String CUSTOMERS = "customers";
}
