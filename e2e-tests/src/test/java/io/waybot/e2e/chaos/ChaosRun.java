package io.waybot.e2e.chaos;

import io.waybot.db.testing.DispatchBooks;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sends one message to each of so many customers while processes are killed, then compares what the
 * ledger says with what arrived.
 */
final class ChaosRun {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int SECONDS_PER_KILL = 9;
  private static final int LONGEST_QUIET_MILLIS = 7_000;

  private final Path home;
  private final Database database;
  private final Gateway gateway;
  private final int messages;
  private final int kills;
  private final Random random;
  private int databaseKills;

  ChaosRun(Path home, Database database, Gateway gateway, int messages, int kills, long seed) {
    this.home = home;
    this.database = database;
    this.gateway = gateway;
    this.messages = messages;
    this.kills = kills;
    this.random = new Random(seed);
  }

  ChaosReport play() throws IOException, InterruptedException, SQLException {
    long started = System.nanoTime();
    var deliveries = new Deliveries(gateway == Gateway.IDEMPOTENT);
    var faults = new Random(random.nextLong());
    try (var provider = gateway.open(deliveries, () -> draw(faults));
        var node = new NodeProcess(home, options(provider.url()))) {
      try (var customers = customers(node, deliveries)) {
        for (int kill = 1; kill <= kills; kill++) {
          awaitLife(node, deliveries);
          TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_QUIET_MILLIS));
          strike(node, kill);
        }
        await(node, "everything is terminal", node::settled);
      }
      node.kill();
      double seconds = Math.round((System.nanoTime() - started) / 1e8) / 10.0;
      return new ChaosReport(
          gateway,
          messages,
          kills,
          databaseKills,
          deliveries.optOuts(),
          deliveries.doubtful(),
          deliveries.afterOptOut(),
          deliveries.twice(),
          deliveries.customers(),
          ledger(),
          misplaced(),
          seconds);
    }
  }

  private static Fault draw(Random faults) {
    synchronized (faults) {
      return Fault.draw(faults);
    }
  }

  /** So fast that the last message leaves after the last kill, were nothing else in the way. */
  private int perMinute() {
    return Math.max(60, messages * 60 / (Math.max(2, kills) * SECONDS_PER_KILL));
  }

  private List<String> options(String url) {
    var options = new ArrayList<String>(database.options());
    options.addAll(gateway.options(url));
    options.add("--chaos.channel=" + gateway.channel());
    options.add("--chaos.messages=" + messages);
    options.add("--chaos.per-minute=" + perMinute());
    return options;
  }

  /** One customer in fifty says stop, spread over the time that the kills take. */
  private Customers customers(NodeProcess node, Deliveries deliveries) {
    int wishes = Math.max(5, messages / 50);
    return new Customers(
        node.url(),
        gateway.channel(),
        Gateway.SECRET,
        deliveries,
        messages,
        Duration.ofSeconds((long) Math.max(2, kills) * SECONDS_PER_KILL).dividedBy(wishes),
        wishes,
        random.nextLong());
  }

  /**
   * The next kill comes when something moves again, at the latest when all is done. The node has
   * started by then: one whose database dies under its start ends, and a supervisor would start it.
   */
  private void awaitLife(NodeProcess node, Deliveries deliveries) throws InterruptedException {
    await(node, "the application has started", node::open);
    int before = deliveries.count();
    await(node, "sends go on", () -> deliveries.count() > before || node.settled());
  }

  private void strike(NodeProcess node, int kill) throws IOException, InterruptedException {
    if (database.killable() && kill % 2 == 0) {
      System.err.println("kill " + kill + " of " + kills + ": the database");
      database.killAndStart();
      databaseKills++;
    } else {
      System.err.println("kill " + kill + " of " + kills + ": the application");
      node.kill();
      node.start();
    }
  }

  private List<ChaosReport.Row> ledger() throws SQLException {
    var rows = new ArrayList<ChaosReport.Row>();
    try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
        var query = connection.createStatement();
        var found = query.executeQuery("select customer, state, rule from dispatch")) {
      while (found.next()) {
        rows.add(new ChaosReport.Row(found.getInt(1), found.getString(2), found.getString(3)));
      }
    }
    return rows;
  }

  /** Sends of which the ledger and the tables beside it say different things. */
  private int misplaced() throws SQLException {
    try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
        var query = connection.createStatement();
        var found = query.executeQuery(DispatchBooks.MISPLACED)) {
      found.next();
      return found.getInt(1);
    }
  }

  private void await(NodeProcess node, String what, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (!node.alive()) {
        throw new IllegalStateException("the application ended by itself, see " + home);
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not after " + PATIENCE + ": " + what + "; see " + home);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
