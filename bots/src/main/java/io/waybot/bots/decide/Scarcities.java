package io.waybot.bots.decide;

import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.decision.CapacityLedger;
import io.waybot.db.decision.DecisionGoals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is scarce on a day, by key, and how much of it is left. */
@Component
public class Scarcities {
  static final String BRANCH = "branch";
  static final String PRODUCT = "product";
  private final Channels channels;
  private final CapacityLedger ledger;
  private final DecisionGoals bank;

  Scarcities(Channels channels, CapacityLedger ledger, DecisionGoals bank) {
    this.channels = channels;
    this.ledger = ledger;
    this.bank = bank;
  }

  /**
   * The keys that one treatment uses, besides its cost. Where a journey is alone in its window its
   * own limits lower the bank's, so that one price tells what one more is worth.
   *
   * @param org the customer's unit: leads are worked there
   */
  public static List<String> keys(DecisionTerms terms, Way way, String org, boolean alone) {
    boolean own = !alone && terms.limits().containsKey(way.channel());
    var channel = "channel:" + way.channel();
    if (way.channel().equals(BRANCH)) {
      return own
          ? List.of(channel, "lead:" + org, "lead:" + terms.journeyKey() + ":" + org)
          : List.of(channel, "lead:" + org);
    }
    return own
        ? List.of(channel, "limit:" + terms.journeyKey() + ":" + way.channel())
        : List.of(channel);
  }

  public static String budget(DecisionTerms terms) {
    return "budget:" + terms.journeyKey();
  }

  /** The key of a product's goal. */
  public static String product(Offer offer) {
    return product(String.valueOf(offer.product()));
  }

  static String product(String code) {
    return PRODUCT + ":" + code;
  }

  /** What the date still asks for of the products that these journeys offer. */
  Goals goals(List<DecisionTerms> journeys) {
    var first = journeys.getFirst();
    var chosen = ledger.chosenByProduct(first.businessDate(), rehearsing(journeys));
    var goals = new HashMap<String, Goals.Goal>();
    for (var goal : bank.goals()) {
      if (goal.holdsOn(first.businessDate()) && offered(goal.product(), journeys)) {
        int already = chosen.getOrDefault(goal.product(), 0);
        double most =
            goal.maximum() == null
                ? Double.POSITIVE_INFINITY
                : Math.max(0, goal.maximum() - already);
        double least = Math.max(0, Math.min(most, goal.minimum() - already));
        goals.put(goal.product(), new Goals.Goal(least, most, goal.penaltyYuan().doubleValue()));
      }
    }
    return new Goals(goals);
  }

  private static boolean offered(String product, List<DecisionTerms> journeys) {
    return journeys.stream()
        .flatMap(terms -> terms.offers().stream())
        .anyMatch(offer -> product.equals(offer.product()));
  }

  /** The journey that rehearses and is shown a day it has not used yet; null: none does. */
  private static @Nullable UUID rehearsing(List<DecisionTerms> journeys) {
    return journeys.stream()
        .filter(DecisionTerms::rehearsal)
        .map(DecisionTerms::journeyId)
        .findFirst()
        .orElse(null);
  }

  /** Reads what the day has left; a rehearsal is shown a day its own journey has not used yet. */
  Left left(List<DecisionTerms> journeys) {
    var leaveOut = rehearsing(journeys);
    var byCode =
        channels.all().stream().collect(Collectors.toMap(Channel::code, Function.identity()));
    return new Left(
        byCode,
        ledger.taken(leaveOut),
        ledger.freeLeads(leaveOut),
        journeys.stream()
            .filter(terms -> terms.budgetYuan() != null)
            .collect(Collectors.toMap(DecisionTerms::journeyKey, this::budgetLeft, Math::min)),
        limits(journeys),
        journeys.size() == 1 ? journeys.getFirst().limits() : Map.of());
  }

  private double budgetLeft(DecisionTerms terms) {
    double budget = terms.budgetYuan() == null ? 0 : terms.budgetYuan();
    double spent = terms.rehearsal() ? 0 : ledger.spentYuan(terms.journeyId());
    return Math.max(0, budget - spent);
  }

  private static Map<String, Integer> limits(List<DecisionTerms> journeys) {
    var limits = new HashMap<String, Integer>();
    for (var terms : journeys) {
      terms
          .limits()
          .forEach((channel, limit) -> limits.put(terms.journeyKey() + ":" + channel, limit));
    }
    return limits;
  }

  /** Units left by key. */
  record Left(
      Map<String, Channel> channels,
      Map<String, Integer> taken,
      Map<String, Integer> freeLeads,
      Map<String, Double> budgets,
      Map<String, Integer> limits,
      Map<String, Integer> limitsAlone) {

    double of(String key) {
      var parts = key.split(":", 3);
      return switch (parts[0]) {
        case "channel" -> channelLeft(parts[1]);
        case "lead" ->
            parts.length == 2
                ? Math.min(freeLeads.getOrDefault(parts[1], 0), limit(BRANCH))
                : limits.getOrDefault(parts[1] + ":" + BRANCH, 0);
        case "limit" -> limits.getOrDefault(parts[1] + ":" + parts[2], 0);
        case "budget" -> budgets.getOrDefault(parts[1], 0.0);
        default -> throw new IllegalArgumentException("no such scarcity: " + key);
      };
    }

    private double channelLeft(String code) {
      @Nullable Channel channel = channels.get(code);
      if (channel == null || !channel.connected() || channel.stopped()) {
        return 0;
      }
      int left = Math.max(0, channel.dailyCapacity() - taken.getOrDefault(code, 0));
      return code.equals(BRANCH) ? left : Math.min(left, limit(code));
    }

    private int limit(String channel) {
      return limitsAlone.getOrDefault(channel, Integer.MAX_VALUE);
    }
  }
}
