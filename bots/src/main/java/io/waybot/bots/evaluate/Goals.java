package io.waybot.bots.evaluate;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.experiment.ExperimentTable;
import io.waybot.db.journey.JourneySettings;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a journey wants customers to buy: what the block says, else what the journey's settings say.
 */
@Component
class Goals {
  static final int USUAL_WINDOW = 14;
  private final ExperimentTable experiments;

  Goals(ExperimentTable experiments) {
    this.experiments = experiments;
  }

  List<String> products(@Nullable String chosen, RobotContext context) {
    var own =
        chosen == null
            ? List.<String>of()
            : Arrays.stream(chosen.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    if (!own.isEmpty()) {
      return own;
    }
    var goal = goal(context);
    if (goal == null || goal.products().isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("goal_missing"), null);
    }
    return goal.products();
  }

  int windowDays(@Nullable Integer chosen, RobotContext context) {
    if (chosen != null && chosen > 0) {
      return chosen;
    }
    var goal = goal(context);
    return goal == null || goal.days() <= 0 ? USUAL_WINDOW : goal.days();
  }

  private JourneySettings.@Nullable Goal goal(RobotContext context) {
    return JourneySettings.fromJson(experiments.settingsOf(context.journeyVersionId())).goal();
  }
}
