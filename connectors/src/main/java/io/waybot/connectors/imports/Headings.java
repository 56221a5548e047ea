package io.waybot.connectors.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The first row of a file. */
final class Headings {
  private Headings() {}

  /** Stripped, without the empty ones at the end; every heading must be there once. */
  static List<String> of(List<String> cells) {
    var headings = new ArrayList<>(cells.stream().map(String::strip).toList());
    while (!headings.isEmpty() && headings.getLast().isEmpty()) {
      headings.removeLast();
    }
    if (headings.isEmpty()) {
      throw ImportRefusal.noHeadings();
    }
    var seen = new HashSet<String>();
    for (var heading : headings) {
      if (!heading.isEmpty() && !seen.add(heading)) {
        throw ImportRefusal.duplicateHeading(heading);
      }
    }
    return List.copyOf(headings);
  }
}
