package io.waybot.bots.score;

import io.waybot.connectors.model.Feature;
import io.waybot.db.customer.ColumnRow;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.DatasetCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns the columns of a scanned row into a model's numbers, the same way for training and scoring.
 */
final class RowCoder {
  private final List<Column> columns = new ArrayList<>();

  private record Column(Feature feature, ColumnType type, Map<String, Integer> codes) {}

  /**
   * @throws IllegalArgumentException if the dataset lacks a column that the model was trained on
   */
  RowCoder(DatasetCatalog catalog, String dataset, List<Feature> features) {
    for (var feature : features) {
      var column =
          catalog
              .column(dataset, feature.name())
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "dataset '"
                          + dataset
                          + "' has no column '"
                          + feature.name()
                          + "', which the model needs"));
      columns.add(new Column(feature, column.type(), feature.codes()));
    }
  }

  List<String> names() {
    return columns.stream().map(column -> column.feature().name()).toList();
  }

  int width() {
    return columns.size();
  }

  /**
   * Writes the row's numbers to {@code matrix[at] …}; empty cells and unknown categories are NaN.
   */
  void code(ColumnRow row, double[] matrix, int at) {
    for (int i = 0; i < columns.size(); i++) {
      matrix[at + i] = code(row, i, columns.get(i));
    }
  }

  private static double code(ColumnRow row, int place, Column column) {
    if (column.feature().kind() == Feature.Kind.CATEGORY) {
      var text = row.text(place);
      var code = text == null ? null : column.codes().get(text);
      return code == null ? Double.NaN : code;
    }
    return number(row, place, column.type());
  }

  /** A number, a flag as 1 or 0, a date as days since 1970. */
  static double number(ColumnRow row, int place, ColumnType type) {
    if (type == ColumnType.DATE) {
      var date = row.date(place);
      return date == null ? Double.NaN : date.toEpochDay();
    }
    return type.numeric() ? row.number(place) : row.decimal(place);
  }
}
