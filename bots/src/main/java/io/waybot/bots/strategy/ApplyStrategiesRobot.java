package io.waybot.bots.strategy;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.audience.ListDoor;
import io.waybot.bots.policy.Codes;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.segment.SegmentProblem;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTable;
import io.waybot.db.strategy.StrategyTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Pulls a list by a strategy table: a customer is on it with every strategy of whose group they are
 * and whose event they had within its fresh days.
 */
@Component
class ApplyStrategiesRobot
    implements Robot<ApplyStrategiesRobot.Input, ApplyStrategiesRobot.Output> {
  private final StrategyTables tables;
  private final SegmentSource members;
  private final CustomerStore customers;
  private final CandidateSets candidates;
  private final ListDoor door;

  ApplyStrategiesRobot(
      StrategyTables tables,
      SegmentSource members,
      CustomerStore customers,
      CandidateSets candidates,
      ListDoor door) {
    this.tables = tables;
    this.members = members;
    this.customers = customers;
    this.candidates = candidates;
    this.door = door;
  }

  /**
   * @param table code of a strategy table; its newest version counts
   * @param groups segments; blank: all of the table
   * @param events blank: all of the table
   */
  @RobotInfo(job = "apply-strategies", group = BlockGroup.STRATEGY, order = 20, icon = "table")
  record Input(
      @Field(required = true, choices = "strategies") String table,
      @Field(choices = "segments", many = true) @Nullable String groups,
      @Field(choices = "events", many = true) @Nullable String events) {}

  /**
   * @param audience everybody wanted by at least one strategy
   * @param candidates strategies times their customers
   * @param reentry customers left out because they entered this journey lately
   */
  record Output(AudienceRef audience, int candidates, int reentry) {}

  @Override
  public String jobType() {
    return "apply-strategies";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    var table =
        tables
            .find(input.table())
            .orElseThrow(
                () -> new RobotFailure.Permanent(Said.of("no_table", input.table()), null));
    var wanted = wanted(rows(table, input), context);
    var all = new RoaringBitmap();
    wanted.values().forEach(all::or);
    var kept = door.withoutReentries(all, context);
    int count = 0;
    candidates.clear(context.stepId());
    for (var entry : wanted.entrySet()) {
      var set = RoaringBitmap.and(entry.getValue(), kept);
      candidates.keep(context.stepId(), entry.getKey(), table.code(), table.version(), set);
      count += set.getCardinality();
    }
    var lineage =
        Map.<String, Object>of("strategyTable", table.code(), "strategyVersion", table.version());
    var entered = door.enter(kept, RoaringBitmap.andNot(all, kept), lineage, context);
    return Outcome.done(new Output(entered.audience(), count, entered.reentry()));
  }

  private List<Strategy> rows(StrategyTable table, Input input) {
    var groups = Codes.in(input.groups());
    var events = Codes.in(input.events());
    var rows =
        tables.rows(table.code(), table.version()).stream()
            .filter(row -> groups.isEmpty() || groups.contains(row.segment()))
            .filter(row -> events.isEmpty() || events.contains(row.event()))
            .toList();
    if (rows.isEmpty()) {
      throw new RobotFailure.Permanent(Said.of("table_without_rows", table.code()), null);
    }
    return rows;
  }

  /** By strategy, each segment and each event asked once. */
  private Map<String, RoaringBitmap> wanted(List<Strategy> rows, RobotContext context) {
    var own = customers.ofOrg(context.ownerOrg());
    var asked = new HashMap<SegmentRule, RoaringBitmap>();
    var wanted = new TreeMap<String, RoaringBitmap>();
    for (var row : rows) {
      var group = new SegmentRule.InSegment(row.segment());
      var event = new SegmentRule.HadEvent(row.event(), row.freshDays(), 1);
      var fitting = own.clone();
      for (var rule : List.of(group, event)) {
        fitting.and(asked.computeIfAbsent(rule, r -> ask(r, row, context)));
      }
      wanted.put(row.code(), fitting);
    }
    return wanted;
  }

  private RoaringBitmap ask(SegmentRule rule, Strategy row, RobotContext context) {
    try {
      return members.customers(rule, context.businessDate());
    } catch (SegmentProblem e) {
      throw new RobotFailure.Permanent(Said.about(row.code(), e.message("zh"), e.message("en")), e);
    }
  }
}
