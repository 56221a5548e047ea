package io.waybot.bots.evaluate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a result; kept as the detail of an {@code uplift_report}.
 *
 * @param perContacted the effect ÷ share contacted, null when nobody was: an effect per contact
 *     only if those not contacted were not affected
 * @param optedOut customers of arm treatment who opted out in the window
 * @param complaints customers of arm treatment with an open complaint now; whoever had one before
 *     was not let in
 * @param channels by latest contact before the sale: not randomised, not causal
 * @param groups payroll groups: control exists in each, so causal
 * @param units sub-branches, as groups
 * @param arms what treatment was divided into, each against all of control: randomised, so causal
 * @param amount null in reports of before it was kept
 */
public record Breakdowns(
    Question question,
    double causedLowYuan,
    double causedHighYuan,
    @Nullable Double perContacted,
    int optedOut,
    int complaints,
    List<Reached> channels,
    List<Reached> waves,
    List<Part> groups,
    List<Part> units,
    List<Part> arms,
    @Nullable ComparedAmount amount) {
  @SuppressWarnings("RedundantNullCheck") // absent in reports stored before there were more arms
  public Breakdowns {
    arms = arms == null ? List.of() : List.copyOf(arms);
  }

  /** The amount that was compared; nothing in reports of before it was kept. */
  public ComparedAmount comparedAmount() {
    var nothing = new UpliftEstimator.Amounts(0, 0, 0);
    return amount == null ? new ComparedAmount(null, nothing, nothing) : amount;
  }

  /** The same parts with what the cohort's contacts cost in all: repeats cost as well. */
  Breakdowns atTheCostOf(Breakdowns all) {
    return new Breakdowns(
        question,
        causedLowYuan,
        causedHighYuan,
        perContacted,
        optedOut,
        complaints,
        costs(channels, all.channels),
        costs(waves, all.waves),
        groups,
        units,
        arms,
        amount);
  }

  /** Only repeats: a part of nobody new still cost something. */
  private static List<Reached> costs(List<Reached> firsts, List<Reached> all) {
    var byName = firsts.stream().collect(Collectors.toMap(Reached::name, Function.identity()));
    return all.stream()
        .map(part -> {
          var first = byName.get(part.name());
          return first == null
              ? new Reached(part.name(), 0, 0, 0, part.costYuan())
              : new Reached(
                  part.name(),
                  first.customers(),
                  first.converted(),
                  first.amountYuan(),
                  part.costYuan());
        })
        .toList();
  }

  /** Customers reached one way, and what they bought afterwards: not causal. */
  public record Reached(
      String name, int customers, int converted, double amountYuan, double costYuan) {
    public double rate() {
      return customers == 0 ? 0 : (double) converted / customers;
    }

    Reached and(Reached other) {
      return new Reached(
          name,
          customers + other.customers,
          converted + other.converted,
          amountYuan + other.amountYuan,
          costYuan + other.costYuan);
    }
  }

  /** A part of both arms, cut by what customers were before the run: causal. */
  public record Part(
      String name,
      int treatment,
      int treatmentConverted,
      int control,
      int controlConverted,
      UpliftEstimator.Effect effect) {
    static Part of(
        String name, int treatment, int treatmentConverted, int control, int controlConverted) {
      return new Part(
          name,
          treatment,
          treatmentConverted,
          control,
          controlConverted,
          UpliftEstimator.effect(
              treatment, treatmentConverted, control, controlConverted, Evaluation.CONFIDENCE));
    }

    Part and(Part other) {
      return of(
          name,
          treatment + other.treatment,
          treatmentConverted + other.treatmentConverted,
          control + other.control,
          controlConverted + other.controlConverted);
    }
  }
}
