package io.waybot.runtime.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sets that a run's robots stored, and which of them say what became of the customers. */
class RunSets {
  private static final Set<String> CHOOSING =
      Set.of("decide-treatments", "dispatch", "create-leads");

  private final List<StoredSet> sets;
  private final Instant armsSplit;
  private final boolean hasSplit;

  /** One set and the step that made it. */
  record StoredSet(String robot, Instant began, String name, @Nullable String rule, int customers) {
    boolean isFrom(String... robots) {
      return List.of(robots).contains(robot);
    }
  }

  private RunSets(List<StoredSet> sets, @Nullable Instant split, @Nullable Instant choosing) {
    this.sets = sets;
    this.hasSplit = split != null;
    this.armsSplit = split != null ? split : choosing != null ? choosing : Instant.MAX;
  }

  static RunSets of(UUID runId, JdbcClient sql) {
    var sets =
        sql.sql(
                "select s.robot, s.started_at, a.name, a.rule_code, a.customers from audience a"
                    + " join robot_step s on s.id = a.step_id where a.run_id = ? order by"
                    + " s.started_at, a.name, a.rule_code")
            .param(runId)
            .query((row, i) ->
                new StoredSet(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)))
            .list();
    return new RunSets(
        sets,
        first(sets, set -> set.isFrom("split-arms")),
        first(sets, set -> CHOOSING.contains(set.robot())));
  }

  private static @Nullable Instant first(List<StoredSet> sets, Predicate<StoredSet> which) {
    return sets.stream().filter(which).map(StoredSet::began).min(Instant::compareTo).orElse(null);
  }

  /** Everybody who was on the list, those the list's own rules removed included. */
  int total() {
    return sum(set ->
        set.isFrom("pull-audience", "read-excel", "apply-strategies")
            && set.rule() == null
            && set.name().equals("audience"))
        + sum(set ->
            set.isFrom("pull-audience", "read-excel", "apply-strategies") && set.rule() != null);
  }

  /**
   * By rule, up to the arms: a later wave is filtered again, which says nothing about who was on
   * the list.
   */
  Map<String, Integer> removed() {
    return byRule(set -> !set.isFrom("decide-treatments") && !set.began().isAfter(armsSplit));
  }

  int control() {
    return sum(set -> set.isFrom("split-arms") && set.name().equals("control"));
  }

  int treatment() {
    return hasSplit
        ? sum(set -> set.isFrom("split-arms") && set.name().equals("treatment"))
        : total() - removed().values().stream().mapToInt(Integer::intValue).sum();
  }

  Map<String, Integer> notChosen() {
    return byRule(set -> set.isFrom("decide-treatments"));
  }

  private Map<String, Integer> byRule(Predicate<StoredSet> which) {
    var counts = new TreeMap<String, Integer>();
    sets.stream()
        .filter(set -> set.rule() != null)
        .filter(which)
        .forEach(set -> counts.merge(String.valueOf(set.rule()), set.customers(), Integer::sum));
    return counts;
  }

  private int sum(Predicate<StoredSet> which) {
    return sets.stream().filter(which).mapToInt(StoredSet::customers).sum();
  }
}
