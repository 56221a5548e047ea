package io.waybot.runtime.decision;

import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.DecisionTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What one more of something scarce was worth when it was last decided about. */
@Service
public class LatestPrices {
  private final DecisionTable decisions;

  LatestPrices(DecisionTable decisions) {
    this.decisions = decisions;
  }

  /** A price and when it was found. */
  public record LatestPrice(CapacityPrice price, Instant decidedAt) {}

  /** Of a channel; empty if no decision has asked for it yet. */
  public Optional<LatestPrice> ofChannel(String code) {
    return latest("channel:" + code);
  }

  /** Of a product's goal. */
  public Optional<LatestPrice> ofProduct(String code) {
    return latest("product:" + code);
  }

  /** Of the leads of each sub-branch that had one to decide about, in the last such decision. */
  public List<CapacityPrice> ofLeads() {
    return decisions
        .latestWith("channel:branch")
        .map(window -> decisions.prices(window.id()))
        .orElse(List.of())
        .stream()
        .filter(price -> price.key().matches("lead:[^:]+"))
        .toList();
  }

  private Optional<LatestPrice> latest(String key) {
    return decisions
        .latestWith(key)
        .flatMap(window ->
            decisions.prices(window.id()).stream()
                .filter(price -> price.key().equals(key))
                .findFirst()
                .map(price -> new LatestPrice(price, window.decidedAt())));
  }
}
