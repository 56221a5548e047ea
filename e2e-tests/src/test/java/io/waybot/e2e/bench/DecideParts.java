package io.waybot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a decision's seconds went into, as its log line tells: reading who sits in the window,
 * judging every customer's candidates by rules and value, the plan within capacities, and writing
 * decisions, prices and lists.
 */
final class DecideParts {
  private static final Pattern PART = Pattern.compile(" (read|judge|plan|write)=(\\d+)ms");

  private DecideParts() {}

  /** Seconds by part, of all windows that the application decided. */
  static Map<String, Double> of(Path home) throws IOException {
    var parts = new LinkedHashMap<String, Double>();
    try (var lines = Files.lines(home.resolve("logs/waybot.log"))) {
      lines
          .filter(line -> line.contains(" stage=decide journeys="))
          .flatMap(line -> PART.matcher(line).results())
          .forEach(part ->
              parts.merge(part.group(1), Integer.parseInt(part.group(2)) / 1000.0, Double::sum));
    }
    if (parts.size() != 4) {
      throw new IllegalStateException("the log says of the decision only " + parts);
    }
    return parts;
  }
}
