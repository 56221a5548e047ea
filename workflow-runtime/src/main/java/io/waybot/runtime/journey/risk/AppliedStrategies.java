package io.waybot.runtime.journey.risk;

import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.runtime.journey.lint.RobotUse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rows of the strategy tables that a drawing applies: they name what blocks do not. */
@Component
class AppliedStrategies {
  private final StrategyTables tables;

  AppliedStrategies(StrategyTables tables) {
    this.tables = tables;
  }

  List<Strategy> in(List<RobotUse> robots) {
    return robots.stream()
        .filter(robot -> robot.is("apply-strategies"))
        .flatMap(robot -> rows(robot).stream())
        .toList();
  }

  private List<Strategy> rows(RobotUse apply) {
    var groups = codes(apply.input("groups"));
    var events = codes(apply.input("events"));
    return tables
        .find(apply.input("table"))
        .map(table -> tables.rows(table.code(), table.version()))
        .orElse(List.of())
        .stream()
        .filter(row -> groups.isEmpty() || groups.contains(row.segment()))
        .filter(row -> events.isEmpty() || events.contains(row.event()))
        .toList();
  }

  private static Set<String> codes(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
