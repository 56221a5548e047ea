package io.waybot.runtime.decision;

import io.waybot.bots.decide.DecisionReplay;
import io.waybot.bots.decide.DecisionReplay.Change;
import io.waybot.bots.decide.DecisionTerms;
import io.waybot.bots.decide.DecisionTerms.Weights;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.run.RunView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** A run's decision with its proof and prices, and the same decision under other conditions. */
@Service
public class RunDecisions {
  private final DecisionWindows windows;
  private final DecisionTable decisions;
  private final DecisionReplay replay;
  private final Channels channels;
  private final OrgUnits units;
  private final RunReport runs;
  private final CurrentUser user;
  private final JsonMapper json;

  RunDecisions(
      DecisionWindows windows,
      DecisionTable decisions,
      DecisionReplay replay,
      Channels channels,
      OrgUnits units,
      RunReport runs,
      CurrentUser user,
      JsonMapper json) {
    this.windows = windows;
    this.decisions = decisions;
    this.replay = replay;
    this.channels = channels;
    this.units = units;
    this.runs = runs;
    this.user = user;
    this.json = json;
  }

  /** The run's first decision; empty while none is made. */
  public Optional<DecisionView> of(UUID runId) {
    var run = run(runId);
    return window(runId).map(window -> asMade(window, run));
  }

  /**
   * Decides again with other capacities or weights; stores nothing.
   *
   * @param capacity units by limit's key, at least 0; what is not named stays
   * @param weights of the run's journey, each 0 to 1; null: as they were
   * @throws ApiProblem 404 if the run is out of reach or undecided, 400 for an unknown limit
   */
  public DecisionView.WhatIf whatIf(
      UUID runId, Map<String, Double> capacity, @Nullable Weights weights) {
    var run = run(runId);
    var window = window(runId).orElseThrow(ApiProblem::notFound);
    var before = asMade(window, run);
    var known = before.limits().stream().map(DecisionView.Limit::key).collect(Collectors.toSet());
    if (!known.containsAll(capacity.keySet())
        || capacity.values().stream().anyMatch(units -> !(units >= 0))) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    long begun = System.nanoTime();
    var result = replay.replay(window.id(), new Change(capacity, run.journey().id(), weights));
    double seconds = (System.nanoTime() - begun) / 1e9;
    var now = new HashMap<Integer, String>();
    result
        .chosen()
        .forEach((customer, choice) -> {
          if (choice.runId().equals(runId)) {
            now.put(customer, choice.content() + "/" + choice.channel());
          }
        });
    var after =
        new DecisionView(
            result.valueYuan(),
            result.boundYuan(),
            result.gap(),
            byChannel(now),
            cost(byChannel(now)),
            weights == null ? before.weights() : weights,
            limits(result.prices(), run, user.get().scope()));
    return new DecisionView.WhatIf(before, after, differences(stored(window, runId), now), seconds);
  }

  private RunView run(UUID runId) {
    var who = user.with(Role.PLANNER, Role.APPROVER, Role.MANAGER, Role.ANALYST, Role.ADMIN);
    return runs.of(runId, who.scope());
  }

  private Optional<DecisionWindow> window(UUID runId) {
    return windows.ofRun(runId).stream().filter(DecisionWindow::decided).findFirst();
  }

  private DecisionView asMade(DecisionWindow window, RunView run) {
    var proof = windows.proof(window.id()).orElseThrow(ApiProblem::notFound);
    var chosen = stored(window, run.id());
    return new DecisionView(
        proof.valueYuan(),
        proof.boundYuan(),
        proof.gap(),
        byChannel(chosen),
        cost(byChannel(chosen)),
        weights(window, run),
        limits(decisions.prices(window.id()), run, user.get().scope()));
  }

  private Weights weights(DecisionWindow window, RunView run) {
    return windows.participants(window.id()).stream()
        .filter(seat -> seat.runId().equals(run.id()))
        .map(seat -> json.readValue(seat.terms(), DecisionTerms.class).weights())
        .findFirst()
        .orElseThrow();
  }

  private Map<Integer, String> stored(DecisionWindow window, UUID runId) {
    return decisions.ofRun(runId).stream()
        .filter(decision -> decision.windowId().equals(window.id()))
        .collect(
            Collectors.toMap(
                Decision::customer, decision -> decision.content() + "/" + decision.channel()));
  }

  private static Map<String, Integer> byChannel(Map<Integer, String> chosen) {
    var counts = new TreeMap<String, Integer>();
    chosen.values().forEach(what -> counts.merge(channel(what), 1, Integer::sum));
    return counts;
  }

  private static String channel(String what) {
    return what.substring(what.indexOf('/') + 1);
  }

  private double cost(Map<String, Integer> byChannel) {
    var yuan =
        channels.all().stream()
            .collect(Collectors.toMap(Channel::code, channel -> channel.costYuan().doubleValue()));
    return byChannel.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() * yuan.getOrDefault(entry.getKey(), 0.0))
        .sum();
  }

  private static int differences(Map<Integer, String> before, Map<Integer, String> after) {
    var all = new HashMap<>(before);
    all.putAll(after);
    return (int)
        all.keySet().stream()
            .filter(customer -> !Objects.equals(before.get(customer), after.get(customer)))
            .count();
  }

  /** What belongs to the run's journey or to everybody; units only within reach. */
  private List<DecisionView.Limit> limits(List<CapacityPrice> prices, RunView run, Scope scope) {
    Function<CapacityPrice, DecisionView.Limit> asLimit =
        price ->
            new DecisionView.Limit(
                price.key(),
                price.minimum(),
                Double.isInfinite(price.capacity()) ? null : price.capacity(),
                price.used(),
                price.missing(),
                price.priceYuan(),
                price.penaltyYuan());
    return prices.stream()
        .filter(price -> isSeen(price.key().split(":", 3), run.journey().key(), scope))
        .map(asLimit)
        .sorted(
            Comparator.comparingDouble(DecisionView.Limit::priceYuan)
                .reversed()
                .thenComparing(DecisionView.Limit::key))
        .toList();
  }

  private boolean isSeen(String[] parts, String journey, Scope scope) {
    return switch (parts[0]) {
      case "channel", "product" -> true;
      case "lead" ->
          parts.length == 2
              ? units.find(parts[1]).filter(scope::covers).isPresent()
              : parts[1].equals(journey);
      default -> parts[1].equals(journey);
    };
  }
}
