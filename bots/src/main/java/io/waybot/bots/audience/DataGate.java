package io.waybot.bots.audience;

import io.waybot.db.imports.DataFreshness;
import io.waybot.db.imports.DataNeed;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Decides whether a run may go on, must wait, or has waited in vain. */
@Component
public class DataGate {
  private final DataFreshness freshness;

  DataGate(DataFreshness freshness) {
    this.freshness = freshness;
  }

  /** What is to be done with a need. */
  public sealed interface Verdict {
    /** The data is there. */
    record Open(DataArrived answer) implements Verdict {}

    /** Not yet. */
    record Wait(List<String> missing) implements Verdict {}

    /** It did not come in time, and nothing may stand in for it. */
    record TooLate(List<String> missing) implements Verdict {}
  }

  public Verdict judge(DataNeed need, Instant now) {
    var missing = freshness.missing(need.datasets(), need.dataDate());
    if (missing.isEmpty()) {
      return new Verdict.Open(new DataArrived(need.dataDate().toString(), 0));
    }
    if (now.isBefore(need.cutOff())) {
      return new Verdict.Wait(missing);
    }
    var dayBefore = need.dataDate().minusDays(1);
    return need.previousDay() && freshness.arrived(missing, dayBefore)
        ? new Verdict.Open(new DataArrived(dayBefore.toString(), 1))
        : new Verdict.TooLate(missing);
  }
}
