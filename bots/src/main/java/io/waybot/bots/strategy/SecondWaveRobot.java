package io.waybot.bots.strategy;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTables;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Parts those who did not respond by the second channel of the strategy that won them: the second
 * wave of a strategy table. Each list stays one made by strategies, so contact rules judge it by
 * the strategy's purpose and product.
 */
@Component
class SecondWaveRobot implements Robot<SecondWaveRobot.Input, SecondWaveRobot.Output> {
  private final DecisionTable decisions;
  private final CandidateSets candidates;
  private final StrategyTables tables;
  private final Channels channels;
  private final AudienceStore audiences;

  SecondWaveRobot(
      DecisionTable decisions,
      CandidateSets candidates,
      StrategyTables tables,
      Channels channels,
      AudienceStore audiences) {
    this.decisions = decisions;
    this.candidates = candidates;
    this.tables = tables;
    this.channels = channels;
    this.audiences = audiences;
  }

  /**
   * @param audience who did not respond to the first wave
   */
  @RobotInfo(job = "second-wave", group = BlockGroup.STRATEGY, order = 40, icon = "fork")
  record Input(AudienceRef audience) {}

  /**
   * @param ended whose strategy has no second wave, or one by a channel that cannot be used today
   */
  record Output(
      AudienceRef sms,
      AudienceRef push,
      AudienceRef inbox,
      AudienceRef email,
      AudienceRef branch,
      AudienceRef ended) {}

  @Override
  public String jobType() {
    return "second-wave";
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
    var silent = audiences.load(input.audience().id());
    var rows = rows(context);
    var byChannel = new HashMap<String, RoaringBitmap>();
    candidates.clear(context.stepId());
    won(context, silent)
        .forEach((code, customers) -> {
          var row = rows.ofCode(code);
          if (row.second() != null && usable(row.second())) {
            byChannel.computeIfAbsent(row.second(), c -> new RoaringBitmap()).or(customers);
            candidates.keep(context.stepId(), code, rows.table(), rows.version(), customers);
          }
        });
    var ended = silent.clone();
    byChannel.values().forEach(ended::andNot);
    return Outcome.done(
        new Output(
            save("sms", byChannel, input, context),
            save("push", byChannel, input, context),
            save("inbox", byChannel, input, context),
            save("email", byChannel, input, context),
            save("branch", byChannel, input, context),
            save("ended", Map.of("ended", ended), input, context)));
  }

  /** The table that made the first wave, as it was then. */
  private record Rows(String table, int version, Map<String, Strategy> byCode) {
    Strategy ofCode(String code) {
      var row = byCode.get(code);
      if (row == null) {
        throw new RobotFailure.Permanent(Said.of("no_strategy", code, table), null);
      }
      return row;
    }
  }

  private Rows rows(RobotContext context) {
    var made =
        candidates
            .tableOf(context.runId())
            .orElseThrow(() -> new RobotFailure.Permanent(Said.of("no_second_wave"), null));
    return new Rows(
        made.table(),
        made.tableVersion(),
        tables.rows(made.table(), made.tableVersion()).stream()
            .collect(Collectors.toMap(Strategy::code, Function.identity())));
  }

  /** By strategy whom it won, of these customers. */
  private Map<String, RoaringBitmap> won(RobotContext context, RoaringBitmap silent) {
    var won = new TreeMap<String, RoaringBitmap>();
    for (Decision decision : decisions.ofRun(context.runId())) {
      var strategy = decision.strategy();
      if (strategy != null && silent.contains(decision.customer())) {
        won.computeIfAbsent(strategy, s -> new RoaringBitmap()).add(decision.customer());
      }
    }
    return won;
  }

  private boolean usable(String code) {
    return channels.find(code).filter(Channel::connected).filter(c -> !c.stopped()).isPresent();
  }

  private AudienceRef save(
      String name, Map<String, RoaringBitmap> sets, Input input, RobotContext context) {
    return audiences.save(
        NewAudience.of(context.runId(), context.stepId(), context.elementId(), name)
            .lineage("{\"parent\":\"" + input.audience().id() + "\"}"),
        sets.getOrDefault(name, new RoaringBitmap()));
  }
}
