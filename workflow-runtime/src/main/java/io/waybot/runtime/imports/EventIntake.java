package io.waybot.runtime.imports;

import io.waybot.connectors.imports.BadCell;
import io.waybot.connectors.imports.EventCells;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.imports.Stage;
import io.waybot.db.imports.StagedRow;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows that tell what customers did; an event of nobody we know is rejected. */
class EventIntake extends RowIntake {
  private final ImportMapping mapping;
  private final CustomerNumbers numbers;
  private final ZoneId zone;
  private final JsonMapper json;
  private @Nullable EventCells reader;

  EventIntake(
      Stage stage,
      Path errorsFile,
      RowsSeen seen,
      ImportMapping mapping,
      CustomerNumbers numbers,
      ZoneId zone,
      JsonMapper json) {
    super(stage, errorsFile, mapping.layout(), seen);
    this.mapping = mapping;
    this.numbers = numbers;
    this.zone = zone;
    this.json = json;
  }

  @Override
  void fit(List<String> headings) {
    reader = EventCells.of(mapping, headings, zone, json);
  }

  @Override
  @Nullable Parsed parse(long number, List<String> cells) {
    if (reader == null) {
      throw new IllegalStateException("a row before the headings");
    }
    var row = reader.row(cells);
    if (!row.bad().isEmpty()) {
      reject(cells, row.bad());
      return null;
    }
    return new Parsed(cells, row.id(), row.customer(), row.values());
  }

  @Override
  List<StagedRow> resolve(List<Parsed> batch) {
    var keys = new HashSet<String>();
    batch.forEach(row -> keys.add(row.customerKey()));
    var known = numbers.known(keys);
    var rows = new ArrayList<StagedRow>(batch.size());
    for (var row : batch) {
      var customer = known.get(row.customerKey());
      if (customer == null) {
        reject(row.cells(), List.of(BadCell.of("unknown_customer", row.customerKey())));
      } else {
        rows.add(new StagedRow(row.key(), customer, false, row.values()));
      }
    }
    return rows;
  }
}
