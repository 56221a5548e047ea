package io.waybot.db.content;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes down about a content.
 *
 * @param texts both languages, {@code zh} and {@code en}
 */
public record ContentDraft(
    String code,
    @Nullable String productCode,
    String ownerOrg,
    String purpose,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String page,
    Map<String, Content.Text> texts) {

  public ContentDraft {
    if (!texts.keySet().equals(java.util.Set.of("zh", "en"))) {
      throw new IllegalArgumentException("a content needs its words in zh and en");
    }
    if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("a content cannot end before it starts");
    }
  }

  /** The same, of another unit. */
  public ContentDraft ownedBy(String org) {
    return new ContentDraft(code, productCode, org, purpose, validFrom, validUntil, page, texts);
  }
}
