package io.waybot.connectors.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Mappings that come with the product, for files that many know. */
@Component
public class ShippedMappings {
  private static final List<String> NAMES = List.of("bank-additional-full");
  private final JsonMapper json;

  public ShippedMappings(JsonMapper json) {
    this.json = json;
  }

  /** Names, each of the file it is for without its ending. */
  public List<String> names() {
    return NAMES;
  }

  /**
   * The mapping for a file of that name and a day.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ImportMapping get(String name, LocalDate dataDate) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no mapping is shipped for " + name);
    }
    try (var in = ShippedMappings.class.getResourceAsStream("mappings/" + name + ".json")) {
      var tree = json.readValue(in, Map.class);
      return json.convertValue(withDate(tree, dataDate), ImportMapping.class).checked();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> withDate(Map<?, ?> tree, LocalDate dataDate) {
    var dated = new java.util.LinkedHashMap<String, Object>();
    tree.forEach((name, value) -> dated.put(String.valueOf(name), value));
    dated.put("dataDate", dataDate.toString());
    return dated;
  }
}
