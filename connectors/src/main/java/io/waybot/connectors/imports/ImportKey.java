package io.waybot.connectors.imports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a row: a column by its name, or the row's place in a file that has no key. In
 * JSON a text or {@code {"generate": "row"}}.
 *
 * @param column null when generated
 */
public record ImportKey(@Nullable String column) {

  public static ImportKey column(String name) {
    return new ImportKey(name);
  }

  public static ImportKey generatedByRow() {
    return new ImportKey(null);
  }

  public boolean generated() {
    return column == null;
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ImportKey of(Object json) {
    return switch (json) {
      case String name when !name.isBlank() -> column(name);
      case Map<?, ?> object when object.equals(Map.of("generate", "row")) -> generatedByRow();
      default ->
          throw new IllegalArgumentException("a key is a column's name or {\"generate\": \"row\"}");
    };
  }

  @JsonValue
  Object json() {
    return column == null ? Map.of("generate", "row") : column;
  }
}
