package io.waybot.db.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The words of a message in both languages. Every change makes a new version; old wordings stay
 * readable.
 *
 * @param purpose MARKETING, CARE or SERVICE: decides which contact rules apply
 * @param page the app page that push and message centre open
 * @param texts by language, {@code zh} and {@code en}
 */
public record Content(
    UUID id,
    String code,
    @Nullable String productCode,
    String ownerOrg,
    String purpose,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String page,
    String changedBy,
    Instant changedAt,
    int version,
    Map<String, Text> texts) {

  /** Title and body with variables as {@code {{name}}}. */
  public record Text(String title, String body) {}

  public boolean marketing() {
    return purpose.equals("MARKETING");
  }
}
