package io.waybot.db.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which datasets there are and what their columns mean. Names that reach SQL as identifiers come
 * from here only, so nothing a person typed ever becomes part of a statement.
 */
@Component
public class DatasetCatalog {
  private final JdbcClient sql;
  private final JdbcTemplate batch;

  DatasetCatalog(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** All datasets by name. */
  public List<Dataset> all() {
    return sql.sql(SELECT + " order by name").query(DatasetCatalog::dataset).list();
  }

  public Optional<Dataset> find(String name) {
    return sql.sql(SELECT + " where name = ?")
        .param(name)
        .query(DatasetCatalog::dataset)
        .optional();
  }

  /**
   * The dataset of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Dataset get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no dataset '" + name + "'"));
  }

  /** The columns in the order of the first file; empty if there is no such dataset. */
  public List<DatasetColumn> columns(String dataset) {
    return sql.sql(
            "select name, label, label_zh, type, position, tier, owner from dataset_column where"
                + " dataset = ? order by position")
        .param(dataset)
        .query(DatasetCatalog::column)
        .list();
  }

  public Optional<DatasetColumn> column(String dataset, String name) {
    return sql.sql(
            "select name, label, label_zh, type, position, tier, owner from dataset_column where"
                + " dataset = ? and name = ?")
        .params(dataset, name)
        .query(DatasetCatalog::column)
        .optional();
  }

  /**
   * Whether a profile has this column: rules about a fact that the bank does not deliver are
   * silent.
   */
  public boolean has(String dataset, String column) {
    return column(dataset, column).isPresent();
  }

  /**
   * Creates a dataset; a profile gets its own table {@code data_<name>}, events share one.
   *
   * @throws IllegalArgumentException if a name is not safe
   */
  public Dataset create(
      String name, Dataset.Kind kind, String labelZh, String labelEn, List<DatasetColumn> columns) {
    requireSafe(name);
    columns.forEach(column -> requireSafe(column.name()));
    var table = kind == Dataset.Kind.PROFILE ? "data_" + name : "customer_event";
    if (kind == Dataset.Kind.PROFILE) {
      var definitions =
          columns.stream()
              .map(column -> ", " + column.name() + " " + column.type().sql())
              .collect(Collectors.joining());
      batch.execute(
          "create table if not exists "
              + table
              + " (number int primary key, row_active boolean not null default true"
              + definitions
              + ")");
    }
    batch.update(
        "insert into dataset (name, kind, table_name, label_zh, label_en) values (?,?,?,?,?)",
        name,
        kind.name(),
        table,
        labelZh,
        labelEn);
    columns.forEach(column -> insert(name, column));
    return new Dataset(name, kind, table, labelZh, labelEn, null, null, 0);
  }

  /** Widens a profile; customers of earlier imports have nothing in the new columns. */
  public void addColumns(Dataset dataset, Collection<DatasetColumn> columns) {
    for (var column : columns) {
      requireSafe(column.name());
      if (dataset.kind() == Dataset.Kind.PROFILE) {
        batch.execute(
            "alter table "
                + dataset.table()
                + " add column if not exists "
                + column.name()
                + " "
                + column.type().sql());
      }
      insert(dataset.name(), column);
    }
  }

  /** Names a dataset for people. */
  public void describe(String dataset, String labelZh, String labelEn) {
    batch.update(
        "update dataset set label_zh = ?, label_en = ? where name = ?", labelZh, labelEn, dataset);
  }

  /** Changes what people may change of a column: its names, its tier and its owner. */
  public void describe(String dataset, DatasetColumn column) {
    batch.update(
        "update dataset_column set label = ?, label_zh = ?, tier = ?, owner = ? where dataset = ?"
            + " and name = ?",
        column.label(),
        column.labelZh(),
        column.tier(),
        column.owner(),
        dataset,
        column.name());
  }

  private void insert(String dataset, DatasetColumn column) {
    batch.update(
        "insert into dataset_column (dataset, name, label, label_zh, type, position, tier) values"
            + " (?,?,?,?,?,?,?)",
        dataset,
        column.name(),
        column.label(),
        column.labelZh(),
        column.type().name(),
        column.position(),
        column.tier());
  }

  private static void requireSafe(String name) {
    if (!SafeNames.isSafe(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot name a dataset or a column");
    }
  }

  private static final String SELECT =
      "select name, kind, table_name, label_zh, label_en, data_date, last_import_id, last_rows from"
          + " dataset";

  private static Dataset dataset(ResultSet row, int i) throws SQLException {
    var date = row.getDate(6);
    return new Dataset(
        row.getString(1),
        Dataset.Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        date == null ? null : date.toLocalDate(),
        row.getObject(7, UUID.class),
        row.getLong(8));
  }

  private static DatasetColumn column(ResultSet row, int i) throws SQLException {
    return new DatasetColumn(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        ColumnType.valueOf(row.getString(4)),
        row.getInt(5),
        row.getInt(6),
        row.getString(7));
  }
}
