package io.waybot.runtime.journey;

import io.waybot.runtime.journey.compare.BlockChange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two people changed the same draft: nothing of either is overwritten until somebody decides.
 *
 * @param theirs what was saved meanwhile
 * @param authorZh who saved it
 * @param blocks what each did, blocks and lines
 * @param mySettings whether the second planner set something otherwise
 * @param theirSettings whether the first did
 */
public record Clash(
    Draft theirs,
    String authorZh,
    String authorEn,
    List<Block> blocks,
    boolean mySettings,
    boolean theirSettings) {

  public String author(Locale language) {
    return language.getLanguage().equals("en") ? authorEn : authorZh;
  }

  /**
   * A block or line that at least one of them changed.
   *
   * @param mine what the second planner did to it; null: nothing
   * @param others what the first did, and saved; null: nothing
   */
  public record Block(
      String elementId,
      String label,
      BlockChange.@Nullable Kind mine,
      BlockChange.@Nullable Kind others) {

    /** Both touched it: only one of the two can stay. */
    public boolean both() {
      return mine != null && others != null;
    }
  }
}
