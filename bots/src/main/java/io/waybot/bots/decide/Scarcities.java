package io.waybot.bots.decide;

import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.decision.CapacityLedger;
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
  private final Channels channels;
  private final CapacityLedger ledger;

  Scarcities(Channels channels, CapacityLedger ledger) {
    this.channels = channels;
    this.ledger = ledger;
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

  /** Reads what the day has left; a rehearsal is shown a day its own journey has not used yet. */
  Left left(List<DecisionTerms> journeys) {
    UUID leaveOut =
        journeys.stream()
            .filter(DecisionTerms::rehearsal)
            .map(DecisionTerms::journeyId)
            .findFirst()
            .orElse(null);
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
