package io.waybot.runtime.why;

import io.waybot.bots.decide.Candidates;
import io.waybot.bots.decide.DecisionTerms;
import io.waybot.bots.decide.Scarcities;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.Customer;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.decision.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final AudienceStore audiences;
  private final JsonMapper json;

  CandidateFates(
      DecisionWindows windows,
      DecisionTable decisions,
      Candidates candidates,
      AudienceStore audiences,
      JsonMapper json) {
    this.windows = windows;
    this.decisions = decisions;
    this.candidates = candidates;
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
    var chosen = decisions.of(window.id(), customer.number()).orElse(null);
    var seats = windows.participants(window.id());
    var all = new ArrayList<WhyView.Candidate>();
    for (var seat : seats) {
      if (audiences.contains(seat.audience(), customer.number())) {
        all.addAll(ofSeat(seat, customer, chosen, prices, seats.size() == 1));
      }
    }
    return all;
  }

  private List<WhyView.Candidate> ofSeat(
      Participant seat,
      Customer customer,
      @Nullable Decision chosen,
      Map<String, Double> prices,
      boolean alone) {
    var terms = json.readValue(seat.terms(), DecisionTerms.class);
    var lost = lostReason(seat, terms, customer);
    var all = new ArrayList<WhyView.Candidate>();
    candidates.each(
        terms,
        RoaringBitmap.bitmapOf(customer.number()),
        (number, score, value, removedBy) -> {
          for (int t = 0; t < value.length; t++) {
            boolean won = chosen != null && is(chosen, seat, terms, t);
            all.add(
                new WhyView.Candidate(
                    terms.journeyKey(),
                    name(terms.offer(t).product(), terms.offer(t).content()),
                    terms.way(t).channel(),
                    value[t],
                    price(terms, t, customer, prices, alone),
                    ending(won, removedBy[t]),
                    reason(won, removedBy[t], chosen, lost)));
          }
        });
    return all;
  }

  static String name(String product, String content) {
    return product + "/" + content;
  }

  private static boolean is(Decision chosen, Participant seat, DecisionTerms terms, int t) {
    return chosen.runId().equals(seat.runId())
        && chosen.elementId().equals(terms.elementId())
        && chosen.product().equals(terms.offer(t).product())
        && chosen.channel().equals(terms.way(t).channel());
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

  private static double price(
      DecisionTerms terms,
      int treatment,
      Customer customer,
      Map<String, Double> prices,
      boolean alone) {
    var way = terms.way(treatment);
    double price = prices.getOrDefault(Scarcities.budget(terms), 0.0) * way.costYuan();
    for (var key : Scarcities.keys(terms, way, customer.org(), alone)) {
      price += prices.getOrDefault(key, 0.0);
    }
    return price;
  }
}
