package io.waybot.bots.policy;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSet;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Contact rules for lists made by strategies: one customer's candidates may differ in purpose and
 * product, so each is judged by itself. A customer is removed when all their candidates are, by the
 * rule of the one that came furthest.
 */
@Component
class StrategyPolicy {
  private final ContactPolicyFilter filter;
  private final PolicyCases cases;
  private final StrategyTables tables;
  private final CandidateSets candidates;
  private final AudienceStore audiences;

  StrategyPolicy(
      ContactPolicyFilter filter,
      PolicyCases cases,
      StrategyTables tables,
      CandidateSets candidates,
      AudienceStore audiences) {
    this.filter = filter;
    this.cases = cases;
    this.tables = tables;
    this.candidates = candidates;
    this.audiences = audiences;
  }

  private record Wish(CandidateSet set, PolicyCase policyCase, RoaringBitmap customers) {}

  /** Judges every candidate and keeps what is left, and what each rule removed, by strategy. */
  ContactPolicyFilter.Verdict judge(
      RoaringBitmap audience,
      List<CandidateSet> behind,
      FilterByPolicyRobot.Input input,
      RobotContext context) {
    var wishes = wishes(audience, behind, input, context);
    var byCase = new LinkedHashMap<PolicyCase, RoaringBitmap>();
    wishes.forEach(wish ->
        byCase.computeIfAbsent(wish.policyCase(), c -> new RoaringBitmap()).or(wish.customers()));
    var verdicts = filter.judge(byCase);
    candidates.clear(context.stepId());
    var allowed = new RoaringBitmap();
    var hit = new LinkedHashMap<String, RoaringBitmap>();
    filter.order().forEach(rule -> hit.put(rule, new RoaringBitmap()));
    for (var wish : wishes) {
      var verdict = verdicts.get(wish.policyCase());
      if (verdict == null) {
        throw new IllegalStateException("no verdict about strategy " + wish.set().strategy());
      }
      var left = RoaringBitmap.and(wish.customers(), verdict.allowed());
      allowed.or(left);
      candidates.keep(
          context.stepId(),
          wish.set().strategy(),
          wish.set().table(),
          wish.set().tableVersion(),
          left);
      verdict
          .removed()
          .forEach((rule, removed) -> {
            var lost = RoaringBitmap.and(wish.customers(), removed);
            candidates.lost(context.stepId(), wish.set().strategy(), rule, lost);
            hit.computeIfAbsent(rule, r -> new RoaringBitmap()).or(lost);
          });
    }
    return new ContactPolicyFilter.Verdict(allowed, byFurthestRule(allowed, hit));
  }

  private List<Wish> wishes(
      RoaringBitmap audience,
      List<CandidateSet> behind,
      FilterByPolicyRobot.Input input,
      RobotContext context) {
    var first = behind.getFirst();
    Map<String, Strategy> rows =
        tables.rows(first.table(), first.tableVersion()).stream()
            .collect(Collectors.toMap(Strategy::code, Function.identity()));
    var wishes = new ArrayList<Wish>();
    for (var set : behind) {
      var strategy = rows.get(set.strategy());
      if (strategy == null) {
        throw new RobotFailure.Permanent(Said.of("no_strategy", set.strategy(), set.table()), null);
      }
      wishes.add(
          new Wish(
              set,
              cases.of(input, context, strategy),
              RoaringBitmap.and(audiences.load(set.audience()), audience)));
    }
    return wishes;
  }

  /** Each removed customer under one rule: the last in order that hit one of their candidates. */
  private static Map<String, RoaringBitmap> byFurthestRule(
      RoaringBitmap allowed, Map<String, RoaringBitmap> hit) {
    var seen = allowed.clone();
    var removed = new LinkedHashMap<String, RoaringBitmap>();
    var rules = new ArrayList<>(hit.keySet());
    rules.forEach(rule -> removed.put(rule, new RoaringBitmap()));
    for (var rule : rules.reversed()) {
      var only = RoaringBitmap.andNot(hit.getOrDefault(rule, new RoaringBitmap()), seen);
      removed.put(rule, only);
      seen.or(only);
    }
    return removed;
  }
}
