package io.waybot.bots.score;

import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.model.ScoreStore;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The scores behind a set that score-audience made, by the very version that made them. */
@Component
public class AudienceScores {
  private final AudienceStore audiences;
  private final ScoreStore scores;
  private final JsonMapper json;

  AudienceScores(AudienceStore audiences, ScoreStore scores, JsonMapper json) {
    this.audiences = audiences;
    this.scores = scores;
    this.json = json;
  }

  /** Lineage of a scored set, as JSON. */
  record Lineage(UUID parent, UUID modelVersion, String dataset) {}

  /**
   * The model version that scored the set.
   *
   * @throws IllegalArgumentException if score-audience did not make this set
   */
  public UUID version(AudienceRef scored) {
    return lineage(scored).modelVersion();
  }

  Lineage lineage(AudienceRef scored) {
    var text = audiences.find(scored.id()).map(audience -> audience.lineage()).orElse(null);
    var lineage = text == null ? null : json.readTree(text);
    if (lineage == null || !lineage.hasNonNull("modelVersion")) {
      throw new IllegalArgumentException("list " + scored.id() + " was not made by score-audience");
    }
    return json.treeToValue(lineage, Lineage.class);
  }

  /** Hands over each member's score, in number order. */
  public void each(AudienceRef scored, LocalDate businessDate, ScoreStore.ScoreHandler handler) {
    scores.each(version(scored), businessDate, audiences.load(scored.id()), handler);
  }
}
