package io.waybot.connectors.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One input column as it was coded for training; stored with the model, so that scoring codes
 * alike.
 *
 * @param categories of a CATEGORY: the value's place in this list is its code; empty for a NUMBER
 */
public record Feature(String name, Kind kind, List<String> categories) {
  /** How a column's values become numbers. */
  public enum Kind {
    NUMBER,
    CATEGORY
  }

  public Feature {
    categories = List.copyOf(categories);
  }

  public static Feature number(String name) {
    return new Feature(name, Kind.NUMBER, List.of());
  }

  public static Feature category(String name, List<String> categories) {
    return new Feature(name, Kind.CATEGORY, categories);
  }

  /** Code by value; values that training did not see have none and count as missing. */
  public Map<String, Integer> codes() {
    return IntStream.range(0, categories.size())
        .boxed()
        .collect(Collectors.toUnmodifiableMap(categories::get, code -> code));
  }
}
