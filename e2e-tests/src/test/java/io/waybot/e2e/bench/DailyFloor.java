package io.waybot.e2e.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.postgresql.PGConnection;

/**
 * What the machine takes for a day's bare work, measured on the rows that the run left behind: the
 * customers by {@code COPY} out, the ledgers' rows by {@code COPY} into tables with the product's
 * keys, one bulk update per ledger state and chunk, bare scoring. Two threads, as the product has
 * cores; no robots, no rules, no messages, no ledger logic.
 */
final class DailyFloor {
  private static final int CHUNK = 65_536;
  private static final int THREADS = 2;
  private static final List<String> STATES =
      List.of(
          "state = 'SENDING', attempts = attempts + 1, marked_on = current_date",
          "state = 'SENT', provider_id = idempotency_key, cost_yuan = 0.01, sent_at = now()");

  private final EmbeddedPostgres postgres;
  private final int customers;
  private final Path files;

  DailyFloor(EmbeddedPostgres postgres, int customers) throws IOException {
    this.postgres = postgres;
    this.customers = customers;
    this.files = Files.createTempDirectory("waybot-floor");
  }

  /** One unit of work on a connection of its own. */
  private interface Work {
    void on(Connection connection) throws Exception;
  }

  /** Seconds by kind of work. */
  Map<String, Double> seconds() throws Exception {
    var seconds = new LinkedHashMap<String, Double>();
    seconds.put("read", timed(eachChunk(this::readOut)));
    seconds.put("score", timed(scoring()));
    var allocation = FloorAllocation.of(postgres, customers);
    seconds.put("allocate", timed(List.of(connection -> allocation.run(THREADS))));
    seconds.put("decisions", insert("decision", "*"));
    seconds.put("entries", insert("journey_entry", "*"));
    seconds.put("dispatch_rows", insert("dispatch", pendingColumns()));
    for (int i = 0; i < STATES.size(); i++) {
      var state = STATES.get(i);
      seconds.put(
          "dispatch_state_" + (i + 1),
          timed(eachChunk((connection, from) -> update(connection, state, from))));
    }
    seconds.put("contact_log", insert("contact_log", "*"));
    seconds.put("receipts", insert("receipt", "*"));
    seconds.put("write_back", insert("write_back_row", "*"));
    return seconds;
  }

  private interface ChunkWork {
    void on(Connection connection, int from) throws Exception;
  }

  private List<Work> eachChunk(ChunkWork work) {
    var all = new ArrayList<Work>();
    for (int from = 0; from <= customers; from += CHUNK) {
      int first = from;
      all.add(connection -> work.on(connection, first));
    }
    return all;
  }

  private static String range(int from) {
    return " between " + from + " and " + (from + CHUNK - 1);
  }

  private void readOut(Connection connection, int from) throws Exception {
    copyOut(
        connection,
        "select c.customer_key, c.org_code, d.* from customer c join data_customers d on d.number ="
            + " c.number where d.number"
            + range(from),
        OutputStream.nullOutputStream());
  }

  private List<Work> scoring() {
    var scorer = new BenchModel.Scorer(BenchModel.trained());
    return eachChunk((connection, from) -> {
      int rows = Math.min(CHUNK, customers + 1 - from);
      scorer.score(BenchCustomers.matrix(from, rows), rows);
    });
  }

  /** The rows as they were when they were added. */
  private String pendingColumns() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var columns = connection.getMetaData().getColumns(null, "public", "dispatch", "%")) {
      var names = new ArrayList<String>();
      while (columns.next()) {
        var name = columns.getString("COLUMN_NAME");
        names.add(
            switch (name) {
              case "state" -> "'PENDING'::varchar";
              case "attempts" -> "0";
              case "cost_yuan" -> "0::numeric(12,4)";
              case "marked_on" -> "null::date";
              case "sent_at" -> "null::timestamptz";
              case "provider_id" -> "null::varchar";
              default -> name;
            });
      }
      return String.join(", ", names);
    }
  }

  /** Seconds for the rows of a table, into an empty table with the same keys and indexes. */
  private double insert(String table, String columns) throws Exception {
    var works = new ArrayList<Work>();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table floor_" + table + " (like " + table + " including all)");
      leaveRoom(statement, table);
      for (int from = 0; from <= customers; from += CHUNK) {
        var file = files.resolve(table + from);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
          copyOut(
              connection,
              "select " + columns + " from " + table + " where customer" + range(from),
              out);
        }
        works.add(own -> copyIn(own, table, file));
      }
    }
    return timed(works);
  }

  /** How full pages are is no property of columns, so the copy does not have it by itself. */
  private static void leaveRoom(Statement statement, String table) throws SQLException {
    String options;
    try (var row =
        statement.executeQuery(
            "select array_to_string(reloptions, ', ') from pg_class where oid = '"
                + table
                + "'::regclass")) {
      row.next();
      options = row.getString(1);
    }
    if (options != null) {
      statement.execute("alter table floor_" + table + " set (" + options + ")");
    }
  }

  private static void copyOut(Connection connection, String query, OutputStream out)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy (" + query + ") to stdout", out);
  }

  private static void copyIn(Connection connection, String table, Path file)
      throws SQLException, IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy floor_" + table + " from stdin", in);
    }
    Files.delete(file);
  }

  private static void update(Connection connection, String change, int from) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update floor_dispatch set " + change + " where customer" + range(from));
    }
  }

  private double timed(List<Work> works) throws Exception {
    long began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var tasks =
          works.stream()
              .map(work ->
                  (Callable<Boolean>)
                      () -> {
                        try (var connection = postgres.getPostgresDatabase().getConnection()) {
                          work.on(connection);
                        }
                        return true;
                      })
              .toList();
      for (var result : threads.invokeAll(tasks)) {
        result.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the floor cannot be measured", e.getCause());
    }
    return Math.round((System.nanoTime() - began) / 1e6) / 1e3;
  }
}
