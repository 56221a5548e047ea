package io.waybot.connectors.imports;

import io.waybot.db.customer.DatasetColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one file into keys and typed values, or into the reasons why a row is bad. */
public final class RowReader {
  private static final int LONGEST_KEY = 64;

  private final int width;
  private final int keyIndex;
  private final int[] sources;
  private final List<DatasetColumn> columns;

  private RowReader(int width, int keyIndex, int[] sources, List<DatasetColumn> columns) {
    this.width = width;
    this.keyIndex = keyIndex;
    this.sources = sources;
    this.columns = columns;
  }

  /**
   * Fits a mapping to the headings of a file.
   *
   * @param columns the targets of the mapping's columns, in the same order
   * @throws ImportRefusal if the key's column or a mapped column is not in the file
   */
  public static RowReader of(
      ImportMapping mapping, List<DatasetColumn> columns, List<String> headings) {
    var mapped = mapping.mapped();
    var sources = new int[mapped.size()];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = headings.indexOf(mapped.get(i).source());
    }
    int key = keyIndex(mapping, headings);
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] < 0) {
        throw ImportRefusal.missingColumn(mapped.get(i).source(), headings);
      }
    }
    return new RowReader(headings.size(), key, sources, columns);
  }

  /** The key may be named as in the file or as in the dataset. */
  private static int keyIndex(ImportMapping mapping, List<String> headings) {
    var name = mapping.key().column();
    if (name == null) {
      return -1;
    }
    int index = headings.indexOf(name);
    for (var column : mapping.mapped()) {
      if (index < 0 && column.target().equals(name)) {
        index = headings.indexOf(column.source());
      }
    }
    if (index < 0) {
      throw ImportRefusal.missingKey(name, headings);
    }
    return index;
  }

  /**
   * A row of the file.
   *
   * @param key null when keys are generated
   * @param values in the order of the columns
   * @param bad why the row cannot be taken, empty for a good row
   */
  public record Row(@Nullable String key, @Nullable Object[] values, List<BadCell> bad) {}

  /** Reads the cells of a row; all reasons are found at once. */
  public Row row(List<String> cells) {
    if (cells.size() != width) {
      return new Row(null, new Object[0], List.of(BadCell.of("cells", cells.size(), width)));
    }
    var bad = new ArrayList<BadCell>(0);
    var key = keyIndex < 0 ? null : key(cells.get(keyIndex).strip(), bad);
    var values = new @Nullable Object[sources.length];
    for (int i = 0; i < sources.length; i++) {
      var column = columns.get(i);
      try {
        values[i] = CellParser.parse(cells.get(sources[i]), column.type(), column.label());
      } catch (BadCell.Found e) {
        bad.add(e.cell());
      }
    }
    return new Row(key, values, bad);
  }

  private static String key(String text, List<BadCell> bad) {
    if (text.isEmpty()) {
      bad.add(BadCell.of("no_key"));
    } else if (text.length() > LONGEST_KEY) {
      bad.add(BadCell.of("key_too_long", LONGEST_KEY));
    } else if (text.chars().anyMatch(c -> c < ' ')) {
      bad.add(BadCell.of("control", ""));
    }
    return text;
  }
}
