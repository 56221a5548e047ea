package io.waybot.bots.decide;

import io.waybot.bots.allocate.Allocation;
import io.waybot.bots.allocate.TreatmentAllocator;
import io.waybot.bots.decide.DecisionTerms.Weights;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.decision.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides a window once more, from what it left behind: the journeys' frozen terms, the stored
 * scores, what rules removed then and the capacity it had. Unchanged it gives what was decided;
 * changed it tells what would have been. Writes nothing.
 */
@Component
public class DecisionReplay {
  private final DecisionWindows windows;
  private final DecisionTable decisions;
  private final Scarcities scarcities;
  private final Seats seats;
  private final WindowFacts facts;
  private final Candidates candidates;
  private final TreatmentAllocator allocator;
  private final CandidateSets sets;
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final JsonMapper json;

  DecisionReplay(
      DecisionWindows windows,
      DecisionTable decisions,
      Scarcities scarcities,
      Seats seats,
      WindowFacts facts,
      Candidates candidates,
      TreatmentAllocator allocator,
      CandidateSets sets,
      AudienceStore audiences,
      CustomerStore customers,
      JsonMapper json) {
    this.windows = windows;
    this.decisions = decisions;
    this.scarcities = scarcities;
    this.seats = seats;
    this.facts = facts;
    this.candidates = candidates;
    this.allocator = allocator;
    this.sets = sets;
    this.audiences = audiences;
    this.customers = customers;
    this.json = json;
  }

  /**
   * What to change.
   *
   * @param capacity units by scarcity's key; what is not named stays
   * @param journeyId whose weights; null: nobody's
   */
  public record Change(
      Map<String, Double> capacity, @Nullable UUID journeyId, @Nullable Weights weights) {
    public static final Change NONE = new Change(Map.of(), null, null);
  }

  /**
   * One customer's treatment.
   *
   * @param costYuan of the channel
   */
  public record Choice(
      UUID runId,
      @Nullable String product,
      String content,
      String channel,
      double costYuan,
      double valueYuan,
      double priceYuan) {}

  /**
   * @param chosen by customer
   */
  public record Result(
      Map<Integer, Choice> chosen,
      List<CapacityPrice> prices,
      double valueYuan,
      double boundYuan,
      double gap) {}

  public Result replay(UUID window, Change change) {
    var participants = windows.participants(window);
    var terms = participants.stream().map(seat -> terms(seat, change)).toList();
    var free = participants.stream().map(seats::freeThen).toList();
    var prices = decisions.prices(window);
    var goals = goals(prices, change);
    var all = RoaringBitmap.or(free.toArray(RoaringBitmap[]::new));
    var roster = Roster.then(all, customers, facts.units(window), facts.households(window));
    var table = new CandidateTable(roster, goals);
    var contacts = facts.contacts(window);
    for (int i = 0; i < participants.size(); i++) {
      collect(
          table.intake(i, terms.get(i)),
          terms.get(i),
          participants.get(i).stepId(),
          free.get(i),
          contacts);
    }
    var problem = new WindowProblem(terms, table, roster, goals, left(prices, terms, change));
    var plan = allocator.allocate(problem.problem());
    return new Result(
        chosen(participants, terms, table, problem, plan),
        problem.prices(plan),
        plan.objective(),
        plan.upperBound(),
        plan.gap());
  }

  private void collect(
      Intake intake, DecisionTerms terms, UUID step, RoaringBitmap free, Contacts contacts) {
    var losses = new StoredLosses(terms, step, sets, audiences);
    candidates.each(
        terms,
        free,
        contacts,
        (number, score, values, removedBy) -> {
          losses.put(number, removedBy);
          intake.keepBest(number, score, values, removedBy);
        });
  }

  private static Goals goals(List<CapacityPrice> prices, Change change) {
    var goals = new HashMap<String, Goals.Goal>();
    for (var price : prices) {
      if (price.key().startsWith(Scarcities.PRODUCT + ":")) {
        double most = change.capacity().getOrDefault(price.key(), price.capacity());
        goals.put(
            price.key().substring(Scarcities.PRODUCT.length() + 1),
            new Goals.Goal(Math.min(price.minimum(), most), most, price.penaltyYuan()));
      }
    }
    return new Goals(goals);
  }

  private DecisionTerms terms(Participant seat, Change change) {
    var terms = json.readValue(seat.terms(), DecisionTerms.class);
    return change.weights() != null && terms.journeyId().equals(change.journeyId())
        ? terms.with(change.weights())
        : terms;
  }

  private ToDoubleFunction<String> left(
      List<CapacityPrice> prices, List<DecisionTerms> terms, Change change) {
    var then =
        prices.stream().collect(Collectors.toMap(CapacityPrice::key, CapacityPrice::capacity));
    var today = scarcities.left(terms);
    return key -> {
      var wanted = change.capacity().get(key);
      var had = then.get(key);
      return wanted != null ? wanted : had != null ? had : today.of(key);
    };
  }

  private static Map<Integer, Choice> chosen(
      List<Participant> seats,
      List<DecisionTerms> terms,
      CandidateTable table,
      WindowProblem problem,
      Allocation plan) {
    var chosen = new TreeMap<Integer, Choice>();
    for (int option : plan.chosen()) {
      if (option >= 0) {
        int row = problem.row(option);
        int seat = table.journey(row);
        int treatment = table.treatment(row);
        var way = terms.get(seat).way(treatment);
        chosen.put(
            table.customer(row),
            new Choice(
                seats.get(seat).runId(),
                terms.get(seat).offer(treatment).product(),
                terms.get(seat).offer(treatment).content(),
                way.channel(),
                way.costYuan(),
                table.value(row),
                problem.priceYuan(option, plan.prices())));
      }
    }
    return chosen;
  }
}
