package io.waybot.connectors.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file read into memory, for tests. */
final class Tables implements TableFile.Rows {
  final List<String> headings = new ArrayList<>();
  final List<List<String>> rows = new ArrayList<>();
  final List<Long> lines = new ArrayList<>();

  static Tables read(Path path, FileLayout layout) {
    var table = new Tables();
    TableFile.of(path, layout).read(table);
    return table;
  }

  @Override
  public void headings(List<String> found) {
    headings.addAll(found);
  }

  @Override
  public boolean row(long line, List<String> cells) {
    lines.add(line);
    rows.add(List.copyOf(cells));
    return true;
  }
}
