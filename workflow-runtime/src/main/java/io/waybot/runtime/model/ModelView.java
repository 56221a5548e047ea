package io.waybot.runtime.model;

import io.waybot.connectors.model.Measures;
import io.waybot.db.model.Model;
import io.waybot.db.model.ModelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model on the page.
 *
 * @param champion the version that scores, null before the first promotion
 * @param ageDays of the champion, 0 without one
 * @param versions the newest first
 * @param journeys names of live journeys whose drawing names the model, as key
 */
public record ModelView(
    Model model,
    @Nullable ModelVersion champion,
    long ageDays,
    List<VersionView> versions,
    List<String> journeys) {

  /**
   * @param promotable whether it was measured on enough rows held out and is not champion already
   */
  public record VersionView(ModelVersion version, Measures measures, boolean promotable) {}
}
