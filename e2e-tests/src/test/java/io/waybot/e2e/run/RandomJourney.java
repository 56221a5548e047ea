package io.waybot.e2e.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * A journey of the gallery with another list, another control share, another priority and budget:
 * nobody knows beforehand what comes out, only that it must add up.
 *
 * @param key of the journey
 */
record RandomJourney(String key, String drawing, String settings) {
  private static final List<String> LISTS =
      List.of("PAYROLL", "G5", "G6", "G7", "NOT-G1", "NOT-G5", "J1-LIST");

  /** Its seven lists must not have a customer in common, so it keeps them. */
  private static final String SEVEN_LISTS = "payroll-groups";

  /**
   * @param number makes its key its own
   */
  static RandomJourney drawn(Random random, int number, LocalDate date) {
    var names = GalleryFiles.names().stream().filter(name -> !name.equals(SEVEN_LISTS)).toList();
    var name = names.get(random.nextInt(names.size()));
    var key = "random_" + number;
    var list = LISTS.get(random.nextInt(LISTS.size()));
    var drawing =
        GalleryFiles.drawing(name)
            .replace("\"" + GalleryFiles.key(name) + "\"", "\"" + key + "\"")
            .replaceAll("source=\"[^\"]*\" target=\"segment\"", input(list, "segment"))
            .replaceAll(
                "source=\"[^\"]*\" target=\"controlPercent\"",
                input(String.valueOf(1 + random.nextInt(60)), "controlPercent"));
    var settings =
        GalleryFiles.settings(name, date)
            .put("priority", 1 + random.nextInt(5))
            .put("dailyBudgetYuan", 1 + random.nextInt(40));
    return new RandomJourney(key, drawing, settings.toString());
  }

  private static String input(String value, String field) {
    return "source=\"" + value + "\" target=\"" + field + "\"";
  }
}
