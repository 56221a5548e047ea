package io.waybot.runtime.gallery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished journey of the gallery.
 *
 * @param key its process id
 * @param parameters what a planner is asked, in this order
 */
public record JourneyTemplate(
    String key,
    String nameZh,
    String nameEn,
    String descriptionZh,
    String descriptionEn,
    List<Parameter> parameters) {

  /** What a parameter is. */
  public enum Kind {
    SEGMENT,
    CONTENT,
    SCRIPT,
    MODEL,
    /** A whole number within limits. */
    NUMBER,
    /** Business days within limits. */
    WAIT
  }

  /**
   * One question of the form.
   *
   * @param at the fields of blocks that the answer goes into
   * @param byDefault what stands in the first of them
   */
  public record Parameter(
      String name,
      Kind kind,
      String labelZh,
      String labelEn,
      @Nullable Integer min,
      @Nullable Integer max,
      List<Place> at,
      @Nullable String byDefault) {
    public String label(String language) {
      return language.equals("en") ? labelEn : labelZh;
    }

    Parameter standing(String value) {
      return new Parameter(name, kind, labelZh, labelEn, min, max, at, value);
    }

    int lowest() {
      return min == null ? 0 : min;
    }

    int highest() {
      return max == null ? Integer.MAX_VALUE : max;
    }
  }

  /** A field of a block. */
  public record Place(String element, String input) {}

  public String name(String language) {
    return language.equals("en") ? nameEn : nameZh;
  }

  public String description(String language) {
    return language.equals("en") ? descriptionEn : descriptionZh;
  }
}
