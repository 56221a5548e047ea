package io.waybot.runtime.journey.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Robots that ask for little more than a list. */
final class PlayedRobots implements KnownRobots {
  private static final Map<String, RobotShape> ROBOTS =
      Map.of(
          "pull-audience",
              new RobotShape(
                  "pull-audience",
                  List.of(
                      new RobotShape.Input("segment", "客群", "Segment", true, false, ""),
                      new RobotShape.Input("column", "字段", "Column", true, false, "take=by_score")),
                  Set.of("audience")),
          "filter-by-policy",
              new RobotShape(
                  "filter-by-policy",
                  List.of(new RobotShape.Input("audience", "名单", "List", true, true, "")),
                  Set.of("allowed", "removed")),
          "score-audience",
              new RobotShape(
                  "score-audience",
                  List.of(new RobotShape.Input("audience", "名单", "List", true, true, "")),
                  Set.of("scored")),
          "decide-treatments", new RobotShape("decide-treatments", List.of(), Set.of("sms")),
          "dispatch",
              new RobotShape(
                  "dispatch",
                  List.of(
                      new RobotShape.Input("audience", "名单", "List", true, true, ""),
                      new RobotShape.Input("content", "内容", "Content", false, false, "")),
                  Set.of("sent")));

  /** Asks for a script that the bank has. */
  private static final RobotShape LEADS =
      new RobotShape(
          "create-leads",
          List.of(new RobotShape.Input("script", "话术", "Script", true, false, "", "scripts")),
          Set.of("handed"));

  @Override
  public Optional<RobotShape> find(String job) {
    return job.equals(LEADS.job()) ? Optional.of(LEADS) : Optional.ofNullable(ROBOTS.get(job));
  }
}
