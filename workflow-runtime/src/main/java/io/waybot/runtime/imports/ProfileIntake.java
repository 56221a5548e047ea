package io.waybot.runtime.imports;

import io.waybot.connectors.imports.BadCell;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.connectors.imports.RowReader;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.imports.Stage;
import io.waybot.db.imports.StagedRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that describe customers; unknown ones become customers. */
class ProfileIntake extends RowIntake {
  private final ImportMapping mapping;
  private final List<DatasetColumn> columns;
  private final CustomerNumbers numbers;
  private final Set<String> orgCodes;
  private final int orgColumn;
  private @Nullable RowReader reader;

  /**
   * @param orgCodes units that a row may name in {@code org_code}; empty: anything
   */
  ProfileIntake(
      Stage stage,
      Path errorsFile,
      RowsSeen seen,
      ImportMapping mapping,
      List<DatasetColumn> columns,
      CustomerNumbers numbers,
      Set<String> orgCodes) {
    super(stage, errorsFile, mapping.layout(), seen);
    this.mapping = mapping;
    this.columns = columns;
    this.numbers = numbers;
    this.orgCodes = orgCodes;
    this.orgColumn =
        orgCodes.isEmpty()
            ? -1
            : columns.stream().map(DatasetColumn::name).toList().indexOf("org_code");
  }

  @Override
  void fit(List<String> headings) {
    reader = RowReader.of(mapping, columns, headings);
  }

  @Override
  @Nullable Parsed parse(long number, List<String> cells) {
    if (reader == null) {
      throw new IllegalStateException("a row before the headings");
    }
    var row = reader.row(cells);
    var bad = row.bad();
    if (bad.isEmpty() && orgColumn >= 0) {
      bad = checkedOrg(row.values()[orgColumn]);
    }
    if (!bad.isEmpty()) {
      reject(cells, bad);
      return null;
    }
    var key = row.key() != null ? row.key() : "%s-%07d".formatted(mapping.dataset(), number);
    return new Parsed(cells, key, key, row.values());
  }

  private List<BadCell> checkedOrg(@Nullable Object org) {
    return org == null || orgCodes.contains(org)
        ? List.of()
        : List.of(BadCell.of("unknown_org", org));
  }

  @Override
  List<StagedRow> resolve(List<Parsed> batch) {
    var known = numbers.known(batch.stream().map(Parsed::customerKey).toList());
    var fresh = new HashMap<String, Integer>();
    var rows = new ArrayList<StagedRow>(batch.size());
    for (var row : batch) {
      var number = known.get(row.key());
      rows.add(
          number != null
              ? new StagedRow(row.key(), number, false, row.values())
              : new StagedRow(
                  row.key(),
                  fresh.computeIfAbsent(row.key(), key -> numbers.nextFree()),
                  true,
                  row.values()));
    }
    return rows;
  }
}
