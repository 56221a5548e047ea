package io.waybot.bots.decide;

import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes a window once everybody expected is there, at the latest at the cut-off. Decisions,
 * prices, lost sets and the outputs of the parked steps are one transaction; one node does it,
 * under a row lock.
 */
@Component
class WindowDecider {
  private final DecisionWindows windows;
  private final ObjectProvider<ExpectedRuns> schedule;
  private final WindowDecision decision;
  private final Clock clock;
  private final LocalTime cutOff;
  private final TransactionTemplate transaction;

  WindowDecider(
      DecisionWindows windows,
      ObjectProvider<ExpectedRuns> schedule,
      WindowDecision decision,
      Clock clock,
      @Value("${waybot.decision.cut-off:07:00}") String cutOff,
      PlatformTransactionManager transactions) {
    this.windows = windows;
    this.schedule = schedule;
    this.decision = decision;
    this.clock = clock;
    this.cutOff = LocalTime.parse(cutOff);
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Decides the window unless others are still expected; does nothing when it is decided. */
  void decideIfDue(UUID windowId) {
    transaction.executeWithoutResult(status -> {
      var window = windows.lock(windowId);
      if (!window.decided() && due(window)) {
        decision.decide(window);
      }
    });
  }

  private boolean due(DecisionWindow window) {
    var closes = window.businessDate().atTime(cutOff).atZone(clock.getZone());
    return window.rehearsal()
        || !ZonedDateTime.now(clock).isBefore(closes)
        || windows.expected(window) == 0
            && schedule.stream()
                .allMatch(runs -> runs.notOpened(window.businessDate(), closes.toInstant()) == 0);
  }
}
