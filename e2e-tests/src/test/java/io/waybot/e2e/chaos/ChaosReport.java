package io.waybot.e2e.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's books beside the provider's.
 *
 * @param doubtful calls whose answer could not tell whether the message arrived
 * @param misplaced sends that wait, are on their way or in doubt by one table and not by another
 */
record ChaosReport(
    Gateway gateway,
    int messages,
    int kills,
    int databaseKills,
    int optOuts,
    int doubtful,
    int afterOptOut,
    int twice,
    Set<Integer> delivered,
    List<Row> ledger,
    int misplaced,
    double seconds) {

  /** One row of the ledger as it ended. */
  record Row(int customer, String state, @Nullable String rule) {
    boolean withheldForOptOut() {
      return state.equals("WITHHELD") && "OPTED_OUT".equals(rule);
    }
  }

  int unknown() {
    return (int) ledger.stream().filter(row -> row.state().equals("UNKNOWN")).count();
  }

  /** Who got nothing although nobody said stop and the ledger does not show a doubt. */
  int lost() {
    long accounted =
        ledger.stream()
            .filter(row -> delivered.contains(row.customer()) || excused(row))
            .map(Row::customer)
            .distinct()
            .count();
    return (int) (messages - accounted);
  }

  private boolean excused(Row row) {
    return row.withheldForOptOut() || (row.state().equals("UNKNOWN") && doubtIsAllowed(row));
  }

  /** Where nobody can be asked; or where asking would have meant to send after an opt-out. */
  private boolean doubtIsAllowed(Row row) {
    return gateway == Gateway.PLAIN || "OPTED_OUT".equals(row.rule());
  }

  /** What is wrong; empty when every promise was kept. */
  List<String> violations() {
    var wrong = new ArrayList<String>();
    refuse(wrong, "delivered twice", twice);
    refuse(wrong, "lost", lost());
    refuse(wrong, "calls after an answered opt-out", afterOptOut);
    refuse(wrong, "rows missing or too many", Math.abs(messages - ledger.size()));
    refuse(wrong, "sends of which two tables say different things", misplaced);
    refuse(
        wrong,
        "delivered, and the ledger says it was not sent",
        ledger.stream()
            .filter(row -> delivered.contains(row.customer()))
            .filter(row -> !row.state().equals("SENT") && !row.state().equals("UNKNOWN"))
            .count());
    refuse(
        wrong,
        "not delivered, and the ledger says it was sent",
        ledger.stream()
            .filter(row -> row.state().equals("SENT") && !delivered.contains(row.customer()))
            .count());
    if (gateway == Gateway.PLAIN) {
      refuse(
          wrong,
          "unknown beyond what faults and kills explain",
          Math.max(0, unknown() - doubtsExplained()));
    } else {
      refuse(
          wrong,
          "left unknown although the provider can tell",
          ledger.stream()
              .filter(row -> row.state().equals("UNKNOWN") && !doubtIsAllowed(row))
              .count());
    }
    return wrong;
  }

  private int doubtsExplained() {
    return doubtful + Gateway.PLAIN_THREADS * kills;
  }

  private static void refuse(List<String> wrong, String what, long count) {
    if (count > 0) {
      wrong.add(count + " " + what);
    }
  }

  /** The one line that the benchmark prints. */
  Map<String, Object> line(String database) {
    var line = new LinkedHashMap<String, Object>();
    line.put("bench", "chaos");
    line.put("db", database);
    line.put("gateway", gateway.name().toLowerCase(java.util.Locale.ROOT));
    line.put("messages", messages);
    line.put("kills", kills);
    line.put("database_kills", databaseKills);
    line.put("delivered", delivered.size());
    line.put("twice", twice);
    line.put("lost", lost());
    line.put("unknown", unknown());
    line.put("after_opt_out", afterOptOut);
    line.put("opt_outs", optOuts);
    line.put("withheld", ledger.stream().filter(Row::withheldForOptOut).count());
    line.put("doubtful_answers", doubtful);
    line.put("seconds", seconds);
    line.put("violations", violations());
    return line;
  }
}
