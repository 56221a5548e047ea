package io.waybot.runtime.why;

import io.waybot.bots.decide.Candidates;
import io.waybot.bots.decide.Contacts;
import io.waybot.bots.decide.DecisionTerms;
import io.waybot.bots.decide.Scarcities;
import io.waybot.bots.decide.WindowFacts;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSet;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.customer.Customer;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.decision.Participant;
import io.waybot.db.strategy.StrategyTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recomputes a customer's candidates in a decided window from what was frozen when it was decided.
 */
@Component
class CandidateFates {
  private static final String ANOTHER_CHOSEN = "another_chosen";
  private final DecisionWindows windows;
  private final DecisionTable decisions;
  private final Candidates candidates;
  private final WindowFacts facts;
  private final CandidateSets sets;
  private final StrategyTables tables;
  private final AudienceStore audiences;
  private final JsonMapper json;

  CandidateFates(
      DecisionWindows windows,
      DecisionTable decisions,
      Candidates candidates,
      WindowFacts facts,
      CandidateSets sets,
      StrategyTables tables,
      AudienceStore audiences,
      JsonMapper json) {
    this.windows = windows;
    this.decisions = decisions;
    this.candidates = candidates;
    this.facts = facts;
    this.sets = sets;
    this.tables = tables;
    this.audiences = audiences;
    this.json = json;
  }

  /** The windows of a run that are decided, first to last. */
  List<DecisionWindow> decided(UUID run) {
    return windows.ofRun(run).stream().filter(DecisionWindow::decided).toList();
  }

  /** All candidates of the customer in a window, of every journey that wanted them. */
  List<WhyView.Candidate> of(DecisionWindow window, Customer customer) {
    var prices =
        decisions.prices(window.id()).stream()
            .collect(Collectors.toMap(CapacityPrice::key, CapacityPrice::priceYuan));
    var then = new Then(facts.contacts(window.id()), prices, unit(window, customer));
    var chosen = decisions.of(window.id(), customer.number()).orElse(null);
    var seats = windows.participants(window.id());
    var all = new ArrayList<WhyView.Candidate>();
    for (var seat : seats) {
      var removed = sets.removed(seat.runId(), customer.number(), seat.stepId());
      var terms = json.readValue(seat.terms(), DecisionTerms.class);
      if (audiences.contains(seat.audience(), customer.number())) {
        all.addAll(ofSeat(seat, terms, customer, chosen, then, seats.size() == 1, removed));
      }
      all.addAll(neverSeated(seat, terms, removed));
    }
    return all;
  }

  private List<WhyView.Candidate> ofSeat(
      Participant seat,
      DecisionTerms terms,
      Customer customer,
      @Nullable Decision chosen,
      Then then,
      boolean alone,
      List<CandidateSets.Removed> removed) {
    var rules =
        removed.stream()
            .filter(one -> one.step().equals(seat.stepId()))
            .collect(
                Collectors.toMap(
                    CandidateSets.Removed::treatment, CandidateSets.Removed::rule, (a, b) -> a));
    var lost = lostReason(seat, terms, customer);
    var all = new ArrayList<WhyView.Candidate>();
    candidates.each(
        terms,
        RoaringBitmap.bitmapOf(customer.number()),
        then.contacts(),
        (number, score, value, removedBy) -> {
          for (int t = 0; t < value.length; t++) {
            if (Candidates.NOT_WANTED.equals(removedBy[t])) {
              continue;
            }
            boolean won = chosen != null && is(chosen, seat, terms, t);
            var rule = rules.get(terms.treatmentCode(t));
            all.add(
                new WhyView.Candidate(
                    terms.journeyKey(),
                    name(terms.offer(t).product(), terms.offer(t).content()),
                    terms.way(t).channel(),
                    value[t],
                    price(terms, t, then, alone),
                    ending(won, rule),
                    reason(won, rule, chosen, lost),
                    strategy(terms, t)));
          }
        });
    return all;
  }

  /** Candidates that contact rules removed before the decision, by strategies only. */
  private List<WhyView.Candidate> neverSeated(
      Participant seat, DecisionTerms terms, List<CandidateSets.Removed> removed) {
    var before = removed.stream().filter(one -> !one.step().equals(seat.stepId())).toList();
    var table = before.isEmpty() ? Optional.<CandidateSet>empty() : sets.tableOf(seat.runId());
    if (table.isEmpty()) {
      return List.of();
    }
    var rows = tables.rows(table.get().table(), table.get().tableVersion());
    return before.stream()
        .flatMap(one ->
            rows.stream()
                .filter(row -> row.code().equals(one.treatment()))
                .map(row ->
                    new WhyView.Candidate(
                        terms.journeyKey(),
                        name(row.product(), row.content()),
                        row.channel(),
                        0,
                        0,
                        WhyView.Ending.REMOVED,
                        one.rule(),
                        row.code())))
        .toList();
  }

  static String name(@Nullable String product, String content) {
    return product == null ? content : product + "/" + content;
  }

  private static boolean is(Decision chosen, Participant seat, DecisionTerms terms, int t) {
    return chosen.runId().equals(seat.runId())
        && chosen.elementId().equals(terms.elementId())
        && chosen.content().equals(terms.offer(t).content())
        && Objects.equals(chosen.strategy(), strategy(terms, t))
        && chosen.channel().equals(terms.way(t).channel());
  }

  private static @Nullable String strategy(DecisionTerms terms, int treatment) {
    var tactic = terms.tactic(treatment);
    return tactic == null ? null : tactic.strategy();
  }

  private static WhyView.Ending ending(boolean won, @Nullable String removedBy) {
    if (won) {
      return WhyView.Ending.CHOSEN;
    }
    return removedBy == null ? WhyView.Ending.LOST : WhyView.Ending.REMOVED;
  }

  private static @Nullable String reason(
      boolean won, @Nullable String removedBy, @Nullable Decision chosen, @Nullable String lost) {
    if (won) {
      return null;
    }
    return removedBy != null ? removedBy : chosen != null ? ANOTHER_CHOSEN : lost;
  }

  private @Nullable String lostReason(Participant seat, DecisionTerms terms, Customer customer) {
    return audiences.ofRun(seat.runId()).stream()
        .filter(set -> seat.stepId().equals(set.stepId()) && set.ruleCode() != null)
        .filter(set -> audiences.contains(set.id(), customer.number()))
        .map(set -> set.ruleCode())
        .findFirst()
        .orElse(null);
  }

  /**
   * What held when the window was decided.
   *
   * @param prices by key
   * @param unit the customer's
   */
  private record Then(Contacts contacts, Map<String, Double> prices, String unit) {
    double price(String key) {
      return prices.getOrDefault(key, 0.0);
    }
  }

  private String unit(DecisionWindow window, Customer customer) {
    var units = facts.units(window.id());
    return units.names().isEmpty() ? customer.org() : units.name(customer.number());
  }

  private static double price(DecisionTerms terms, int treatment, Then then, boolean alone) {
    var way = terms.way(treatment);
    double price = 0;
    for (var key : Scarcities.keys(terms, way, then.unit(), alone)) {
      price += then.price(key);
    }
    price += then.price(Scarcities.product(terms.offer(treatment)));
    price += then.price(Scarcities.budget(terms)) * way.costYuan();
    return price;
  }
}
