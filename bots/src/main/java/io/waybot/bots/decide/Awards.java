package io.waybot.bots.decide;

import io.waybot.bots.allocate.Allocation;
import io.waybot.db.decision.Decision;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells of a plan who got what, and why each customer with candidates got nothing. */
final class Awards implements Iterable<Decision> {
  private final UUID window;
  private final List<Seat> seats;
  private final CandidateTable table;
  private final WindowProblem problem;
  private final Allocation plan;

  Awards(
      UUID window, List<Seat> seats, CandidateTable table, WindowProblem problem, Allocation plan) {
    this.window = window;
    this.seats = seats;
    this.table = table;
    this.problem = problem;
    this.plan = plan;
  }

  /**
   * Hands out one decision after the other, nearly in number order; once all are handed out every
   * customer's fate is noted at their journey's seat.
   */
  @Override
  public Iterator<Decision> iterator() {
    return Arrays.stream(unitsByNumber()).boxed().<Decision>mapMulti(this::settle).iterator();
  }

  /** Hands over what the unit got, if anything; notes everybody's fate. */
  private void settle(int unit, Consumer<Decision> taker) {
    var options = problem.problem();
    int chosen = plan.chosen()[unit];
    int first = options.firstOption(options.firstCustomer(unit));
    int end = options.firstOption(options.firstCustomer(unit + 1));
    if (chosen < 0) {
      lose(first, end);
      return;
    }
    int row = problem.row(chosen);
    var seat = seats.get(table.journey(row));
    seat.fates().chosen(table.customer(row), seat.terms().way(table.treatment(row)).channel());
    lose(first, end, chosen);
    taker.accept(decision(seat, chosen));
  }

  /** By the number of their first customer, so that ledger, index and sets grow at their end. */
  private int[] unitsByNumber() {
    var options = problem.problem();
    var order = new long[options.units()];
    Arrays.setAll(
        order,
        unit -> {
          int first = problem.row(options.firstOption(options.firstCustomer(unit)));
          return (long) table.customer(first) << 32 | unit;
        });
    Arrays.parallelSort(order);
    return Arrays.stream(order).mapToInt(place -> (int) place).toArray();
  }

  /** To a content for the same customer, or for somebody of the household. */
  private void lose(int first, int end, int winner) {
    int winning = problem.row(winner);
    for (int option = first; option < end; option++) {
      int row = problem.row(option);
      if (table.customer(row) != table.customer(winning)) {
        seats.get(table.journey(row)).fates().lost("household", table.customer(row));
      } else if (table.journey(row) != table.journey(winning)) {
        seats.get(table.journey(row)).fates().lost("other_journey", table.customer(row));
      }
    }
  }

  /** To scarcity; what was worth something tells the reason before what was not. */
  private void lose(int first, int end) {
    for (boolean worth : new boolean[] {true, false}) {
      for (int option = first; option < end; option++) {
        if (problem.problem().value(option) > 0 == worth) {
          int row = problem.row(option);
          var reason = worth ? scarce(option) : CandidateTable.NO_VALUE;
          seats.get(table.journey(row)).fates().lost(reason, table.customer(row));
        }
      }
    }
  }

  private String scarce(int option) {
    double reduced = problem.problem().reduced(option, plan.prices());
    double budget = problem.budgetPriceYuan(option, plan.prices());
    double goal = problem.goalPriceYuan(option, plan.prices());
    if (budget > 0 && reduced + budget > 0) {
      return "budget";
    }
    return goal > 0 && reduced + goal > 0 ? "product_limit" : "capacity";
  }

  private Decision decision(Seat seat, int option) {
    int row = problem.row(option);
    var offer = seat.terms().offer(table.treatment(row));
    var tactic = seat.terms().tactic(table.treatment(row));
    return new Decision(
        window,
        table.customer(row),
        seat.participant().runId(),
        seat.terms().elementId(),
        offer.product(),
        offer.content(),
        seat.terms().way(table.treatment(row)).channel(),
        tactic == null ? null : tactic.strategy(),
        table.score(row),
        table.value(row),
        problem.priceYuan(option, plan.prices()));
  }
}
