package io.waybot.demo.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a file is to be imported, in the form that {@code POST /api/v1/imports} takes beside the
 * file.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(
    String dataset,
    LocalDate dataDate,
    String mode,
    String key,
    String format,
    String charset,
    String delimiter,
    @Nullable List<Target> columns) {

  record Target(String source, String target, Column.Type type) {}

  /** Customers: those who are missing have left. */
  static Mapping snapshot(String dataset, LocalDate dataDate, List<Target> columns) {
    return new Mapping(dataset, dataDate, "SNAPSHOT", "customer_no", "CSV", "UTF-8", ",", columns);
  }

  static Mapping profile(String dataset, LocalDate dataDate, List<Target> columns) {
    return new Mapping(dataset, dataDate, "UPSERT", "customer_no", "CSV", "UTF-8", ",", columns);
  }

  /** Events: only ever added. */
  static Mapping events(String dataset, LocalDate dataDate) {
    return new Mapping(dataset, dataDate, "UPSERT", "event_id", "CSV", "UTF-8", ",", null);
  }

  void write(Path directory, JsonMapper json) throws IOException {
    Files.write(directory.resolve(dataset + ".mapping.json"), json.writeValueAsBytes(this));
  }
}
