package io.waybot.db.segment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named definition of a list: a rule that is asked again for each run, or a fixed list that was
 * uploaded.
 *
 * @param code how journeys name it
 * @param ownerOrg unit that made it; a run additionally limits it to the journey's owner unit
 * @param rule the rule, null for an uploaded list
 * @param listAudienceId the uploaded list, null for a rule
 * @param version counts changes, from 1; a change made on an older version is refused
 */
public record Segment(
    UUID id,
    String code,
    String nameZh,
    String nameEn,
    String ownerOrg,
    @Nullable SegmentRule rule,
    @Nullable UUID listAudienceId,
    String changedBy,
    Instant changedAt,
    int version) {

  public Segment {
    if ((rule == null) == (listAudienceId == null)) {
      throw new IllegalArgumentException("a segment is either a rule or an uploaded list");
    }
  }

  /** A new segment by rule. */
  public static Segment byRule(
      String code,
      String nameZh,
      String nameEn,
      String ownerOrg,
      SegmentRule rule,
      String by,
      Instant at) {
    return new Segment(UUID.randomUUID(), code, nameZh, nameEn, ownerOrg, rule, null, by, at, 1);
  }

  /** A new segment of exactly the customers of a stored audience. */
  public static Segment byList(
      String code,
      String nameZh,
      String nameEn,
      String ownerOrg,
      UUID audience,
      String by,
      Instant at) {
    return new Segment(
        UUID.randomUUID(), code, nameZh, nameEn, ownerOrg, null, audience, by, at, 1);
  }

  /** The same segment with another name and rule. */
  public Segment redefined(
      String newNameZh, String newNameEn, SegmentRule newRule, String by, Instant at) {
    return new Segment(
        id, code, newNameZh, newNameEn, ownerOrg, newRule, null, by, at, version + 1);
  }

  /** The same segment with another name and exactly the customers of another stored audience. */
  public Segment relisted(
      String newNameZh, String newNameEn, UUID newAudience, String by, Instant at) {
    return new Segment(
        id, code, newNameZh, newNameEn, ownerOrg, null, newAudience, by, at, version + 1);
  }
}
