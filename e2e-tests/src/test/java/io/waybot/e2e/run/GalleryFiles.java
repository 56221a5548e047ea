package io.waybot.e2e.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shipped journeys of the gallery. */
final class GalleryFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GalleryFiles() {}

  static List<String> names() {
    return List.of(JSON.readValue(file("gallery.json"), String[].class));
  }

  static String drawing(String name) {
    return new String(file(name + ".bpmn"), StandardCharsets.UTF_8);
  }

  /** Half a year from the date on, without a schedule: such a run is started by hand. */
  static ObjectNode settings(String name, LocalDate date) {
    var settings = (ObjectNode) JSON.readTree(file(name + ".settings.json"));
    settings.remove("schedule");
    return settings.put("from", date.toString()).put("until", date.plusMonths(6).toString());
  }

  /** A journey's key in its drawing. */
  static String key(String name) {
    return name.replace('-', '_');
  }

  private static byte[] file(String name) {
    try (var in = GalleryFiles.class.getResourceAsStream("/journeys/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
