package io.waybot.bots.decide;

import io.waybot.bots.allocate.Allocation;
import io.waybot.bots.allocate.TreatmentAllocator;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.CapacityLedger;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.decision.Participant;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides about everybody in a window, in the caller's transaction: candidates, plan, rows,
 * outputs.
 */
@Component
class WindowDecision {
  private static final Logger log = LoggerFactory.getLogger(WindowDecision.class);
  static final String ALREADY_CHOSEN = "already_chosen";

  private final DecisionWindows windows;
  private final DecisionTable decisions;
  private final CapacityLedger ledger;
  private final Scarcities scarcities;
  private final Candidates candidates;
  private final TreatmentAllocator allocator;
  private final CandidateSets candidateSets;
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final DecidedSteps steps;
  private final JsonMapper json;

  WindowDecision(
      DecisionWindows windows,
      DecisionTable decisions,
      CapacityLedger ledger,
      Scarcities scarcities,
      Candidates candidates,
      TreatmentAllocator allocator,
      CandidateSets candidateSets,
      AudienceStore audiences,
      CustomerStore customers,
      DecidedSteps steps,
      JsonMapper json) {
    this.windows = windows;
    this.decisions = decisions;
    this.ledger = ledger;
    this.scarcities = scarcities;
    this.candidates = candidates;
    this.allocator = allocator;
    this.candidateSets = candidateSets;
    this.audiences = audiences;
    this.customers = customers;
    this.steps = steps;
    this.json = json;
  }

  void decide(DecisionWindow window) {
    long begun = System.nanoTime();
    var seats = seats(window);
    var journeys = seats.stream().map(Seat::terms).toList();
    var roster =
        Roster.of(
            RoaringBitmap.or(seats.stream().map(Seat::audience).toArray(RoaringBitmap[]::new)),
            customers);
    var table = new CandidateTable(roster);
    for (int i = 0; i < seats.size(); i++) {
      var losses = new Losses(journeys.get(i));
      seats
          .get(i)
          .fates()
          .lost(table.collect(i, journeys.get(i), seats.get(i).free(), candidates, losses));
      losses.keep(seats.get(i).participant().stepId(), candidateSets);
    }
    var problem = new WindowProblem(journeys, table, roster, scarcities.left(journeys)::of);
    var plan = allocator.allocate(problem.problem());
    decisions.add(record(window, seats, table, problem, plan));
    decisions.addPrices(window.id(), problem.prices(plan));
    windows.decided(window.id(), plan.upperBound(), plan.objective(), plan.gap());
    seats.forEach(
        seat -> steps.complete(seat.participant(), seat.terms(), seat.fates(), plan.gap()));
    log.info(
        "window={} stage=decide journeys={} customers={} valueYuan={} gap={} took={}s",
        window.id(),
        seats.size(),
        roster.size(),
        plan.objective(),
        plan.gap(),
        (System.nanoTime() - begun) / 1_000_000_000);
  }

  /**
   * @param free members of the audience that no earlier window has taken
   */
  private record Seat(
      Participant participant,
      DecisionTerms terms,
      RoaringBitmap audience,
      RoaringBitmap free,
      Fates fates) {}

  private List<Seat> seats(DecisionWindow window) {
    var seats = new ArrayList<Seat>();
    for (var participant : windows.participants(window.id())) {
      var terms = json.readValue(participant.terms(), DecisionTerms.class);
      var audience = audiences.load(participant.audience());
      var taken =
          ledger.chosen(window.businessDate(), terms.rehearsal() ? terms.journeyId() : null);
      taken.and(audience);
      var fates = new Fates(audience.getCardinality());
      fates.lost(ALREADY_CHOSEN, taken);
      seats.add(
          new Seat(participant, terms, audience, RoaringBitmap.andNot(audience, taken), fates));
    }
    return seats;
  }

  /** Writes down who got what, and why each customer with candidates got nothing. */
  private static List<Decision> record(
      DecisionWindow window,
      List<Seat> seats,
      CandidateTable table,
      WindowProblem problem,
      Allocation plan) {
    var decided = new ArrayList<Decision>();
    var options = problem.problem();
    for (int c = 0; c < options.units(); c++) {
      int chosen = plan.chosen()[c];
      int winner = chosen < 0 ? -1 : table.journey(problem.row(chosen));
      for (int o = options.firstOption(c); o < options.firstOption(c + 1); o++) {
        int row = problem.row(o);
        var seat = seats.get(table.journey(row));
        if (o == chosen) {
          decided.add(decision(window, seat, table, row, problem.priceYuan(o, plan.prices())));
          seat.fates()
              .chosen(table.customer(row), seat.terms().way(table.treatment(row)).channel());
        } else if (table.journey(row) != winner) {
          seat.fates().lost(reason(winner, o, problem, plan), table.customer(row));
        }
      }
    }
    return decided;
  }

  private static String reason(int winner, int option, WindowProblem problem, Allocation plan) {
    if (winner >= 0) {
      return "other_journey";
    }
    double reduced = problem.problem().reduced(option, plan.prices());
    double budget = problem.budgetPriceYuan(option, plan.prices());
    return budget > 0 && reduced + budget > 0 ? "budget" : "capacity";
  }

  private static Decision decision(
      DecisionWindow window, Seat seat, CandidateTable table, int row, double priceYuan) {
    var offer = seat.terms().offer(table.treatment(row));
    var tactic = seat.terms().tactic(table.treatment(row));
    return new Decision(
        window.id(),
        table.customer(row),
        seat.participant().runId(),
        seat.terms().elementId(),
        offer.product(),
        offer.content(),
        seat.terms().way(table.treatment(row)).channel(),
        tactic == null ? null : tactic.strategy(),
        table.score(row),
        table.value(row),
        priceYuan);
  }
}
