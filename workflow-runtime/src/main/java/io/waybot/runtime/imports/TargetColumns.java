package io.waybot.runtime.imports;

import io.waybot.connectors.imports.EventCells;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.connectors.imports.MappedColumn;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.customer.SafeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the columns of a mapping are in the dataset: known ones, or new ones with safe names. */
@Component
class TargetColumns {
  /** Columns of the dataset {@code customers} that feed the customer's own row. */
  private static final Set<String> CODES = Set.of("org_code", "home_rm", "household");

  private final DatasetCatalog catalog;

  TargetColumns(DatasetCatalog catalog) {
    this.catalog = catalog;
  }

  static Dataset.Kind kindOf(ImportMapping mapping) {
    return EventCells.describes(mapping) ? Dataset.Kind.EVENT : Dataset.Kind.PROFILE;
  }

  /**
   * The targets, in the order of the mapping.
   *
   * @throws IllegalArgumentException if the dataset or a column exists and is of another kind
   */
  List<DatasetColumn> of(ImportMapping mapping) {
    var kind = kindOf(mapping);
    catalog
        .find(mapping.dataset())
        .filter(dataset -> dataset.kind() != kind)
        .ifPresent(dataset -> {
          throw new IllegalArgumentException(
              "dataset " + dataset.name() + " holds " + dataset.kind());
        });
    if (kind == Dataset.Kind.EVENT && mapping.isSnapshot()) {
      throw new IllegalArgumentException("events are only ever added: mode must be UPSERT");
    }
    var known =
        catalog.columns(mapping.dataset()).stream()
            .collect(Collectors.toMap(DatasetColumn::name, Function.identity()));
    var targets = new ArrayList<DatasetColumn>();
    int position = known.size();
    for (var column : mapping.mapped()) {
      var name = safeName(column, targets.size() + 1);
      requireText(mapping.dataset(), name, column.type());
      var there = known.get(name);
      if (there != null && there.type() != column.type()) {
        throw new IllegalArgumentException(
            "column " + name + " is " + there.type() + ", not " + column.type());
      }
      targets.add(
          there != null
              ? there
              : DatasetColumn.of(name, column.source(), column.type(), ++position));
    }
    return targets;
  }

  private static void requireText(String dataset, String name, ColumnType type) {
    if (dataset.equals(Dataset.CUSTOMERS) && CODES.contains(name) && type != ColumnType.TEXT) {
      throw new IllegalArgumentException("column " + name + " holds codes: its type must be TEXT");
    }
  }

  /**
   * Guessed columns take the type that the dataset already has; codes are text, whatever they look
   * like.
   */
  List<MappedColumn> asKnown(String dataset, List<MappedColumn> guessed) {
    return guessed.stream().map(column -> column.as(knownType(dataset, column))).toList();
  }

  private ColumnType knownType(String dataset, MappedColumn column) {
    return catalog
        .column(dataset, column.target())
        .map(DatasetColumn::type)
        .orElse(
            dataset.equals(Dataset.CUSTOMERS) && CODES.contains(column.target())
                ? ColumnType.TEXT
                : column.type());
  }

  /** Creates the dataset or widens it, so that all targets are there. */
  Dataset ensure(ImportMapping mapping, List<DatasetColumn> targets) {
    var kind = kindOf(mapping);
    var stored = kind == Dataset.Kind.PROFILE ? targets : List.<DatasetColumn>of();
    var dataset = catalog.find(mapping.dataset());
    if (dataset.isEmpty()) {
      return catalog.create(mapping.dataset(), kind, mapping.dataset(), mapping.dataset(), stored);
    }
    var names =
        catalog.columns(mapping.dataset()).stream()
            .map(DatasetColumn::name)
            .collect(Collectors.toSet());
    catalog.addColumns(
        dataset.get(), stored.stream().filter(column -> !names.contains(column.name())).toList());
    return dataset.get();
  }

  private static String safeName(MappedColumn column, int position) {
    return SafeNames.isSafe(column.target())
        ? column.target()
        : SafeNames.of(column.target(), position);
  }
}
