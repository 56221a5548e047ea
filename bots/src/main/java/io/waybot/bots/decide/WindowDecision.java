package io.waybot.bots.decide;

import io.waybot.bots.allocate.TreatmentAllocator;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.DecisionGoals;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides about everybody in a window, in the caller's transaction: candidates, plan, rows,
 * outputs.
 */
@Component
class WindowDecision {
  private static final Logger log = LoggerFactory.getLogger(WindowDecision.class);

  private final Seats seats;
  private final DecisionWindows windows;
  private final DecisionTable decisions;
  private final WindowFacts facts;
  private final DecisionGoals bank;
  private final Scarcities scarcities;
  private final Candidates candidates;
  private final TreatmentAllocator allocator;
  private final CandidateSets candidateSets;
  private final CustomerStore customers;
  private final DecidedSteps steps;

  WindowDecision(
      Seats seats,
      DecisionWindows windows,
      DecisionTable decisions,
      WindowFacts facts,
      DecisionGoals bank,
      Scarcities scarcities,
      Candidates candidates,
      TreatmentAllocator allocator,
      CandidateSets candidateSets,
      CustomerStore customers,
      DecidedSteps steps) {
    this.seats = seats;
    this.windows = windows;
    this.decisions = decisions;
    this.facts = facts;
    this.bank = bank;
    this.scarcities = scarcities;
    this.candidates = candidates;
    this.allocator = allocator;
    this.candidateSets = candidateSets;
    this.customers = customers;
    this.steps = steps;
  }

  void decide(DecisionWindow window) {
    long begun = System.nanoTime();
    var here = seats.of(window);
    var journeys = here.stream().map(Seat::terms).toList();
    var all = RoaringBitmap.or(here.stream().map(Seat::audience).toArray(RoaringBitmap[]::new));
    var roster = Roster.today(all, customers, bank.households());
    var goals = scarcities.goals(journeys);
    var contacts = Contacts.today();
    long read = System.nanoTime();
    var table = collect(here, new CandidateTable(roster, goals), contacts);
    long judged = System.nanoTime();
    var problem = new WindowProblem(journeys, table, roster, goals, scarcities.left(journeys)::of);
    var plan = allocator.allocate(problem.problem());
    long planned = System.nanoTime();
    decisions.add(new Awards(window.id(), here, table, problem, plan));
    decisions.addPrices(window.id(), problem.prices(plan));
    facts.keep(window.id(), contacts, roster);
    windows.decided(window.id(), plan.upperBound(), plan.objective(), plan.gap());
    here.forEach(
        seat -> steps.complete(seat.participant(), seat.terms(), seat.fates(), plan.gap()));
    log.info(
        "window={} stage=decide journeys={} customers={} valueYuan={} gap={} read={}ms judge={}ms"
            + " plan={}ms write={}ms",
        window.id(),
        here.size(),
        roster.size(),
        plan.objective(),
        plan.gap(),
        millis(begun, read),
        millis(read, judged),
        millis(judged, planned),
        millis(planned, System.nanoTime()));
  }

  private static long millis(long from, long to) {
    return TimeUnit.NANOSECONDS.toMillis(to - from);
  }

  /** Everybody's candidates; who has none is lost, by reason. */
  private CandidateTable collect(List<Seat> here, CandidateTable table, Contacts contacts) {
    for (int i = 0; i < here.size(); i++) {
      var seat = here.get(i);
      var losses = new Losses(seat.terms());
      seat.fates().lost(table.collect(i, seat.terms(), seat.free(), candidates, contacts, losses));
      losses.keep(seat.participant().stepId(), candidateSets);
    }
    return table;
  }
}
