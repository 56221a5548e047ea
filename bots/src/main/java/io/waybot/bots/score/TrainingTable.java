package io.waybot.bots.score;

import io.waybot.connectors.model.Feature;
import io.waybot.connectors.model.Split;
import io.waybot.connectors.model.TrainingSet;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Reads an imported table as a training set: categories are the texts that occur, in text order.
 */
@Component
class TrainingTable {
  private static final int MOST_CATEGORIES = 100;
  private final DatasetCatalog catalog;
  private final CustomerColumns columns;
  private final CustomerStore customers;

  TrainingTable(DatasetCatalog catalog, CustomerColumns columns, CustomerStore customers) {
    this.catalog = catalog;
    this.columns = columns;
    this.customers = customers;
  }

  /**
   * @throws IllegalArgumentException if a column is missing, is no label or cannot be a feature
   */
  TrainingSet read(TrainingOrder order) {
    var types = typesOf(order.dataset());
    var features = featuresOf(order, types);
    var coder = new RowCoder(catalog, order.dataset(), features);
    var names = new ArrayList<>(coder.names());
    names.add(known(types, order.label()));
    var time = order.split() instanceof Split.OutOfTime newest ? newest.column() : null;
    if (time != null) {
      names.add(known(types, time));
    }
    int width = coder.width();
    var rows = new Rows(width);
    columns.scan(
        order.dataset(),
        names,
        everybody(),
        row -> {
          float label = Outcomes.read(row, width, type(types, order.label()));
          if (!Float.isNaN(label)) {
            int at =
                rows.add(
                    label,
                    time == null
                        ? row.customer()
                        : RowCoder.number(row, width + 1, type(types, time)));
            coder.code(row, rows.matrix, at);
          }
        });
    return rows.toSet(features);
  }

  private List<Feature> featuresOf(TrainingOrder order, Map<String, ColumnType> types) {
    if (!order.features().isEmpty()) {
      if (order.features().contains(order.label())) {
        throw new IllegalArgumentException(
            "the label '" + order.label() + "' cannot be a feature too");
      }
      return features(order.dataset(), order.features(), types, true);
    }
    var all =
        types.keySet().stream()
            .filter(name -> !name.equals(order.label()) && types.get(name) != ColumnType.DATE)
            .toList();
    return features(order.dataset(), all, types, false);
  }

  private List<Feature> features(
      String dataset, List<String> names, Map<String, ColumnType> types, boolean chosen) {
    var texts = names.stream().filter(name -> type(types, name) == ColumnType.TEXT).toList();
    var categories = categories(dataset, texts);
    var features = new ArrayList<Feature>();
    for (var name : names) {
      var values = categories.get(name);
      if (values == null) {
        features.add(Feature.number(name));
      } else if (values.size() <= MOST_CATEGORIES) {
        features.add(Feature.category(name, List.copyOf(values)));
      } else if (chosen) {
        throw new IllegalArgumentException(
            "column '"
                + name
                + "' has more than "
                + MOST_CATEGORIES
                + " different texts and cannot be a feature");
      }
    }
    if (features.isEmpty()) {
      throw new IllegalArgumentException("dataset '" + dataset + "' has no column to learn from");
    }
    return features;
  }

  private Map<String, TreeSet<String>> categories(String dataset, List<String> texts) {
    var categories = new TreeMap<String, TreeSet<String>>();
    texts.forEach(name -> categories.put(name, new TreeSet<>()));
    if (!texts.isEmpty()) {
      columns.scan(
          dataset,
          texts,
          everybody(),
          row -> {
            for (int i = 0; i < texts.size(); i++) {
              var text = row.text(i);
              var values = categories.get(texts.get(i));
              if (text != null && values != null && values.size() <= MOST_CATEGORIES) {
                values.add(text);
              }
            }
          });
    }
    return categories;
  }

  private Map<String, ColumnType> typesOf(String dataset) {
    catalog.get(dataset);
    var types = new java.util.LinkedHashMap<String, ColumnType>();
    for (DatasetColumn column : catalog.columns(dataset)) {
      types.put(column.name(), column.type());
    }
    return types;
  }

  private static String known(Map<String, ColumnType> types, String name) {
    type(types, name);
    return name;
  }

  private static ColumnType type(Map<String, ColumnType> types, String name) {
    var type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("the table has no column '" + name + "'");
    }
    return type;
  }

  private RoaringBitmap everybody() {
    return RoaringBitmap.bitmapOfRange(0, customers.highestNumber() + 1L);
  }

  /** Grows as rows come; nobody knows how many have an outcome. */
  private static final class Rows {
    private final int width;
    private int count;
    private double[] matrix;
    private float[] labels = new float[1_024];
    private double[] times = new double[1_024];

    Rows(int width) {
      this.width = width;
      this.matrix = new double[1_024 * width];
    }

    int add(float label, double time) {
      if (count == labels.length) {
        labels = Arrays.copyOf(labels, count * 2);
        times = Arrays.copyOf(times, count * 2);
        matrix = Arrays.copyOf(matrix, Math.multiplyExact(count * 2, width));
      }
      if (Double.isNaN(time)) {
        throw new IllegalArgumentException("a row has no time, so the newest rows cannot be told");
      }
      labels[count] = label;
      times[count] = time;
      return count++ * width;
    }

    TrainingSet toSet(List<Feature> features) {
      return new TrainingSet(
          features,
          Arrays.copyOf(matrix, count * width),
          Arrays.copyOf(labels, count),
          Arrays.copyOf(times, count));
    }
  }
}
