package io.waybot.runtime.rehearsal;

import io.waybot.db.run.RunKind;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.run.RunView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws what runs and rehearsals did; all of it from the rows their robots left. */
@Component
public class RunPictures {
  private final RunReport reports;
  private final PictureRows rows;
  private final JourneyLinter linter;
  private final JdbcClient sql;

  RunPictures(RunReport reports, PictureRows rows, JourneyLinter linter, JdbcClient sql) {
    this.reports = reports;
    this.rows = rows;
    this.linter = linter;
    this.sql = sql;
  }

  /**
   * One run.
   *
   * @throws ApiProblem 404 when there is none or its journey is out of scope
   */
  public RunPicture of(UUID runId, Scope scope) {
    return of(reports.of(runId, scope));
  }

  public RunPicture of(RunView run) {
    var drawn = drawn(run.id());
    var ways = linter.ways(drawn.bpmn());
    boolean rehearsal = run.kind().equals(RunKind.REHEARSAL.name());
    var behind = rehearsal ? ways.behindWaits() : Set.<String>of();
    var sends = new TreeMap<String, Integer>();
    var costs = costs(run.id(), sends);
    return new RunPicture(
        run.id(),
        run.kind(),
        run.state(),
        run.businessDate(),
        run.startedAt(),
        !drawn.savedAt().isAfter(run.startedAt()),
        run.conserved(),
        run.audience().total(),
        flows(ways, run, behind),
        blocks(run, behind, costs),
        sends,
        costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
        rows.expectedConversions(run.id()),
        rehearsal && run.finishedAt() != null ? rows.leads(run.id()) : List.of());
  }

  /** The newest rehearsal of a version, running or ended. */
  public Optional<UUID> newestRehearsal(UUID versionId) {
    return sql.sql(
            "select id from run where journey_version_id = ? and kind = 'REHEARSAL' order by"
                + " started_at desc, attempt desc limit 1")
        .param(versionId)
        .query(UUID.class)
        .optional();
  }

  private record Drawn(String bpmn, Instant savedAt) {}

  private Drawn drawn(UUID runId) {
    return sql.sql(
            "select v.bpmn, v.saved_at from run r join journey_version v on v.id ="
                + " r.journey_version_id where r.id = ?")
        .param(runId)
        .query((row, i) -> new Drawn(row.getString(1), row.getTimestamp(2).toInstant()))
        .single();
  }

  private static List<RunPicture.Flow> flows(Ways ways, RunView run, Set<String> behind) {
    var counts = new FlowCounts(ways, run.steps(), run.elements()).byLine();
    return ways.places().stream()
        .flatMap(place -> place.out().stream())
        .filter(line -> counts.containsKey(line.id()))
        .map(line ->
            new RunPicture.Flow(
                line.id(), counts.getOrDefault(line.id(), 0), behind.contains(line.to())))
        .toList();
  }

  private List<RunPicture.Block> blocks(
      RunView run, Set<String> behind, Map<String, BigDecimal> costs) {
    var removed = rows.removed(run.id());
    var newest = new LinkedHashMap<String, RunView.Step>();
    run.steps().forEach(step -> newest.put(step.elementId(), step));
    return newest.values().stream()
        .flatMap(step ->
            MainSet.of(step).stream()
                .map(main ->
                    new RunPicture.Block(
                        step.elementId(),
                        main.name(),
                        main.customers(),
                        removed.getOrDefault(step.elementId(), Map.of()),
                        costs.getOrDefault(step.elementId(), BigDecimal.ZERO),
                        behind.contains(step.elementId()))))
        .toList();
  }

  private Map<String, BigDecimal> costs(UUID run, Map<String, Integer> sends) {
    var prices = rows.prices();
    var costs = new HashMap<String, BigDecimal>();
    for (var send : rows.sends(run)) {
      var price = prices.getOrDefault(send.channel(), BigDecimal.ZERO);
      var cost = price.multiply(BigDecimal.valueOf(send.customers()));
      costs.merge(send.elementId(), cost, BigDecimal::add);
      sends.merge(send.channel(), send.customers(), Integer::sum);
    }
    return costs;
  }
}
