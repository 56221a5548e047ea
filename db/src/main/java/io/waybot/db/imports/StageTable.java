package io.waybot.db.imports;

import io.waybot.db.customer.DatasetColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The stage's own table: {@code k} the key, {@code n} the customer, {@code fresh}, {@code b} the
 * batch, {@code v1 … vn}.
 */
final class StageTable {
  private final String name;
  private final List<String> types;
  private final JdbcTemplate batch;
  private final BulkInsert bulk;
  private final boolean postgres;
  private final List<String> columns = new ArrayList<>(List.of("k", "n", "fresh", "b"));
  private long rows;
  private int batches;

  StageTable(UUID importId, List<String> types, JdbcTemplate batch, BulkInsert bulk) {
    this.name = "stage_" + importId.toString().replace("-", "");
    this.types = types;
    this.batch = batch;
    this.bulk = bulk;
    this.postgres =
        Boolean.TRUE.equals(
            batch.execute(
                (ConnectionCallback<Boolean>)
                    connection -> connection.isWrapperFor(PGConnection.class)));
    for (int i = 1; i <= types.size(); i++) {
      columns.add("v" + i);
    }
  }

  static List<String> typesOf(List<DatasetColumn> columns) {
    return columns.stream().map(column -> column.type().sql()).toList();
  }

  String name() {
    return name;
  }

  long rows() {
    return rows;
  }

  void open() {
    drop();
    var definition = new StringBuilder(postgres ? "create unlogged table " : "create table ");
    definition
        .append(name)
        .append(
            " (k varchar(80) primary key, n int not null, fresh boolean not null, b int not null");
    for (int i = 0; i < types.size(); i++) {
      definition.append(", v").append(i + 1).append(' ').append(types.get(i));
    }
    batch.execute(definition.append(')').toString());
  }

  Optional<String> load(List<StagedRow> staged) {
    var keys = new HashSet<String>(staged.size() * 2);
    var table = new ArrayList<@Nullable Object[]>(staged.size());
    for (var row : staged) {
      if (!keys.add(row.key())) {
        return Optional.of(row.key());
      }
      var values = new @Nullable Object[columns.size()];
      values[0] = row.key();
      values[1] = row.customer();
      values[2] = row.fresh();
      values[3] = batches;
      System.arraycopy(row.values(), 0, values, 4, row.values().length);
      table.add(values);
    }
    try {
      bulk.into(name, columns, table);
    } catch (DuplicateKeyException e) {
      return Optional.of(knownBefore(staged));
    }
    rows += staged.size();
    batches++;
    return Optional.empty();
  }

  /** H2 may have kept part of the refused batch, so only earlier batches count. */
  private String knownBefore(List<StagedRow> staged) {
    for (var row : staged) {
      var known =
          batch.queryForObject(
              "select count(*) from " + name + " where k = ? and b < ?",
              Integer.class,
              row.key(),
              batches);
      if (known != null && known > 0) {
        return row.key();
      }
    }
    throw new IllegalStateException("a key is said to occur twice, but none does");
  }

  /** Tells the planner how much there is; H2 looks rows up by key and needs no telling. */
  void analyse() {
    if (postgres) {
      batch.execute("analyze " + name);
    }
  }

  /** Lets rows be found by customer. */
  void indexCustomers() {
    batch.execute("create index if not exists " + name + "_n on " + name + " (n)");
  }

  void drop() {
    batch.execute("drop table if exists " + name);
  }
}
