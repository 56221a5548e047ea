package io.waybot.bots.audience;

import io.waybot.bots.RobotContext;
import io.waybot.bots.policy.SettingsReader;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.JourneyEntries;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.imports.DataFreshness;
import io.waybot.db.imports.SameRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where customers enter a journey: nobody again within the journey's days, and each entry is noted.
 */
@Component
public class ListDoor {
  static final String REENTRY = "REENTRY";

  private final SettingsReader settings;
  private final JourneyEntries entries;
  private final AudienceStore audiences;
  private final DataFreshness freshness;
  private final JsonMapper json;

  ListDoor(
      SettingsReader settings,
      JourneyEntries entries,
      AudienceStore audiences,
      DataFreshness freshness,
      JsonMapper json) {
    this.settings = settings;
    this.entries = entries;
    this.audiences = audiences;
    this.freshness = freshness;
    this.json = json;
  }

  /**
   * The list without those who entered the journey before the business date and may not yet enter
   * again.
   */
  public RoaringBitmap withoutReentries(RoaringBitmap list, RobotContext context) {
    Integer days = settings.of(context.journeyVersionId()).reentryDays();
    if (days == null || days == 0) {
      return list;
    }
    var first = days < 0 ? LocalDate.EPOCH : context.businessDate().minusDays(days - 1L);
    return RoaringBitmap.andNot(
        list, entries.between(context.journeyId(), first, context.businessDate()));
  }

  /** What was stored. */
  public record Entered(AudienceRef audience, int reentry) {}

  /**
   * Stores the list and those left out; a run that is no rehearsal notes the entries.
   *
   * @param lineage where the list comes from; the newest imports are added
   */
  public Entered enter(
      RoaringBitmap list,
      RoaringBitmap reentries,
      Map<String, Object> lineage,
      RobotContext context) {
    var origin = new LinkedHashMap<>(lineage);
    origin.put("imports", freshness.newest());
    var made =
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), "audience")
            .lineage(json.writeValueAsString(origin));
    var removed = audiences.save(made.rule("removed", REENTRY), reentries);
    var audience = audiences.save(made, list);
    if (!context.rehearsal()) {
      SameRows.add( // blocks beside each other may let the same customers in
          () -> entries.enter(context.journeyId(), context.runId(), context.businessDate(), list));
    }
    return new Entered(audience, removed.count());
  }
}
