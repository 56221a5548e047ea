package io.waybot.runtime.rehearsal;

import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which sets and ledger rows of a run one customer stands, by block. */
@Component
class CustomerMarks {
  private final AudienceStore audiences;
  private final RobotSteps steps;
  private final JdbcClient sql;

  CustomerMarks(AudienceStore audiences, RobotSteps steps, JdbcClient sql) {
    this.audiences = audiences;
    this.steps = steps;
    this.sql = sql;
  }

  /**
   * @param sets in which the customer is, by block
   * @param stored every set of the run, {@code element.set}, whether the customer is in it or not
   * @param sends the customer's row of a block, newest pass
   * @param begun blocks whose robot has begun
   */
  record Of(
      Map<String, List<Audience>> sets,
      Map<String, Boolean> stored,
      Map<String, Send> sends,
      java.util.Set<String> begun) {

    /** Whether the customer is on a list, {@code element.set}. */
    boolean on(String list) {
      return stored.getOrDefault(list, false);
    }

    List<Audience> at(String block) {
      return sets.getOrDefault(block, List.of());
    }

    Optional<Send> send(String block) {
      return Optional.ofNullable(sends.get(block));
    }
  }

  record Send(String state, @Nullable String rule) {}

  Of of(UUID run, UUID scopeRun, int customer) {
    var sets = new HashMap<String, List<Audience>>();
    var stored = new HashMap<String, Boolean>();
    for (var set : audiences.ofRun(run)) {
      if (set.elementId() == null) {
        continue;
      }
      boolean in = audiences.contains(set.id(), customer);
      if (in) {
        sets.computeIfAbsent(set.elementId(), block -> new ArrayList<>()).add(set);
      }
      if (set.ruleCode() == null) {
        stored.merge(set.elementId() + "." + set.name(), in, Boolean::logicalOr);
      }
    }
    var begun = new java.util.HashSet<String>();
    steps.ofRun(run).stream().map(RobotStep::elementId).forEach(begun::add);
    return new Of(sets, stored, sends(scopeRun, customer), begun);
  }

  private Map<String, Send> sends(UUID scopeRun, int customer) {
    var sends = new HashMap<String, Send>();
    sql.sql(
            "select step, state, rule from dispatch where scope_run_id = ? and customer = ? order"
                + " by created_at")
        .params(scopeRun, customer)
        .query((row, i) ->
            Map.entry(
                row.getString(1).split("#", 2)[0], new Send(row.getString(2), row.getString(3))))
        .list()
        .forEach(send -> sends.put(send.getKey(), send.getValue()));
    return sends;
  }
}
