package io.waybot.bots.decide;

import io.waybot.bots.decide.DecisionTerms.Offer;
import java.util.Map;
import java.util.TreeMap;

/** What the window's date still asks for of each product with a goal. */
record Goals(Map<String, Goal> byProduct) {
  static final Goals NONE = new Goals(Map.of());

  Goals {
    byProduct = new TreeMap<>(byProduct);
  }

  /**
   * @param least customers who should still be offered it
   * @param most customers who may still be offered it, at least {@code least}; infinite: no limit
   * @param penaltyYuan what a customer missing to the least may cost at most
   */
  record Goal(double least, double most, double penaltyYuan) {}

  boolean has(Offer offer) {
    return offer.product() != null && byProduct.containsKey(offer.product());
  }

  /**
   * Above this value a candidate can be chosen: what earns nothing may still serve a minimum that
   * is worth its penalty.
   */
  double worthFrom(Offer offer) {
    var goal = offer.product() == null ? null : byProduct.get(offer.product());
    return goal == null || goal.least() == 0 ? 0 : -goal.penaltyYuan();
  }
}
