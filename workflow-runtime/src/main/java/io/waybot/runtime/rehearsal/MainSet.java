package io.waybot.runtime.rehearsal;

import io.waybot.runtime.run.RunView;
import java.util.List;
import java.util.Optional;

/** The count a planner looks for first: who goes on from a block. */
record MainSet(String name, int customers) {
  private static final String NOT_CHOSEN = "notChosen";
  private static final List<String> FIRST =
      List.of("audience", "allowed", "treatment", "scored", "sent", "handed", "responded");

  /** Empty for a robot that passes nobody on; behind a decision all who were chosen. */
  static Optional<MainSet> of(RunView.Step step) {
    var out = step.out();
    if (out.containsKey(NOT_CHOSEN)) {
      int all = out.values().stream().mapToInt(Integer::intValue).sum();
      return Optional.of(new MainSet("chosen", all - out.getOrDefault(NOT_CHOSEN, 0)));
    }
    return FIRST.stream()
        .filter(out::containsKey)
        .findFirst()
        .map(set -> new MainSet(set, out.getOrDefault(set, 0)));
  }
}
