package io.waybot.runtime.run;

import io.waybot.runtime.run.RunView.Dispatches;
import java.util.HashMap;
import java.util.Map;

/** Rows of one step and channel, counted by state. */
record LedgerTally(String step, String channel, Map<String, Integer> counts) {
  LedgerTally(String step, String channel) {
    this(step, channel, new HashMap<>());
  }

  static LedgerTally in(Map<String, LedgerTally> all, String step, String channel) {
    return all.computeIfAbsent(step + " " + channel, key -> new LedgerTally(step, channel));
  }

  void add(String state, int rows) {
    counts.merge(state, rows, Integer::sum);
  }

  int of(String state) {
    return counts.getOrDefault(state, 0);
  }

  Dispatches dispatches() {
    var name = step.split("#", 2);
    return new Dispatches(
        name[0],
        Integer.parseInt(name[1]),
        channel,
        of("PENDING"),
        of("CLAIMED"),
        of("SENDING"),
        of("SENT"),
        of("REJECTED"),
        of("UNKNOWN"),
        of("WITHHELD"));
  }
}
