package io.waybot.bots.decide;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Tactic;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.CandidateSet;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The strategies behind a list, with the day's terms of their products and channels. */
@Component
class Tactics {
  private static final double USUAL_CARE_YUAN = 1;

  private final CandidateSets candidates;
  private final StrategyTables tables;
  private final Products products;
  private final Contents contents;
  private final Channels channels;

  Tactics(
      CandidateSets candidates,
      StrategyTables tables,
      Products products,
      Contents contents,
      Channels channels) {
    this.candidates = candidates;
    this.tables = tables;
    this.products = products;
    this.contents = contents;
    this.channels = channels;
  }

  record Plan(List<Offer> offers, List<Way> ways, List<Tactic> tactics) {}

  /** Null if no strategy table made the list. */
  @Nullable Plan behind(AudienceRef list, @Nullable Double careYuan) {
    var sets = candidates.behind(list.id());
    if (sets.isEmpty()) {
      return null;
    }
    var first = sets.getFirst();
    Map<String, Strategy> rows =
        tables.rows(first.table(), first.tableVersion()).stream()
            .collect(Collectors.toMap(Strategy::code, Function.identity()));
    var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (var set : sets) {
      add(
          plan,
          set,
          found(Optional.ofNullable(rows.get(set.strategy())), set.strategy()),
          careYuan);
    }
    return plan;
  }

  private void add(Plan plan, CandidateSet set, Strategy row, @Nullable Double careYuan) {
    var channel = found(channels.find(row.channel()), row.channel());
    plan.tactics()
        .add(
            new Tactic(
                row.code(),
                place(plan.offers(), offer(row, careYuan)),
                place(plan.ways(), TermsWriter.way(channel)),
                row.priority(),
                usable(channel),
                set.audience()));
  }

  private static boolean usable(Channel channel) {
    return channel.connected() && !channel.stopped();
  }

  private Offer offer(Strategy row, @Nullable Double careYuan) {
    var content = found(contents.find(row.content()), row.content());
    if (row.product() == null) {
      return new Offer(
          null, content.code(), "", null, 0, careYuan == null ? USUAL_CARE_YUAN : careYuan, false);
    }
    return TermsWriter.offer(onSale(row.product()), content);
  }

  private Product onSale(String code) {
    return found(products.find(code).filter(Product::active), code);
  }

  private static <T> int place(List<T> list, T one) {
    if (!list.contains(one)) {
      list.add(one);
    }
    return list.indexOf(one);
  }

  private static <T> T found(Optional<T> what, String code) {
    return what.orElseThrow(
        () -> new RobotFailure.Permanent(Said.of("strategy_stale", code), null));
  }
}
