package io.waybot.bots.decide;

import io.waybot.db.decision.DecisionWindows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Decides windows whose last participant ended or whose cut-off came while nobody was looking. */
@Component
class DecisionSweep {
  private static final Logger log = LoggerFactory.getLogger(DecisionSweep.class);
  private final DecisionWindows windows;
  private final WindowDecider decider;

  DecisionSweep(DecisionWindows windows, WindowDecider decider) {
    this.windows = windows;
    this.decider = decider;
  }

  @Scheduled(fixedDelay = 5_000)
  void sweep() {
    for (var window : windows.undecided()) {
      try {
        decider.decideIfDue(window.id());
      } catch (RuntimeException e) {
        log.error("window={} cannot be decided", window.id(), e);
      }
    }
  }
}
