package io.waybot.demo.world;

import io.waybot.demo.bank.Customer;
import org.jspecify.annotations.Nullable;

/**
 * How likely a customer opens a term deposit, with and without a contact: the truth that the
 * product estimates and must never read. Log-odds are additive: σ(z + channel + fit).
 */
final class PlantedTruth {
  private static final double PAST_PUSH = .50;

  private PlantedTruth() {}

  /**
   * @param product P01 or P04 are weighed by how they fit; others are neutral
   */
  record Contact(Channel channel, @Nullable String product) {}

  enum Channel {
    RM(1.25),
    SMS(.60),
    PUSH(.50),
    MAIL(.25);

    private final double effect;

    Channel(double effect) {
      this.effect = effect;
    }
  }

  private static double z(Customer c) {
    return -5.15
        + 1.2 * (c.depositViews30d() >= 1 ? 1 : 0)
        + .9 * (c.depositViews30d() >= 3 ? 1 : 0)
        + 1.3 * (c.heldTermBefore() ? 1 : 0)
        + .6 * (Math.log10(c.demandYuan() + 100) - 3.5)
        + .02 * (c.age() - 40)
        - .4 * (c.group().equals("G6") ? 1 : 0);
  }

  static double inPastCampaign(Customer c) {
    return sigma(z(c) + PAST_PUSH);
  }

  static double inFirstWeek(Customer c, @Nullable Contact contact) {
    return contact == null
        ? sigma(z(c))
        : sigma(z(c) + contact.channel().effect + fit(c, contact.product()));
  }

  static double inSecondWeek(Customer c, boolean contactedAgain) {
    return contactedAgain ? .5 * sigma(z(c) + .20) : .35 * sigma(z(c));
  }

  private static double fit(Customer c, @Nullable String product) {
    if ("P01".equals(product)) {
      return c.demandYuan() >= 10_000 ? .15 : -.25;
    }
    if ("P04".equals(product)) {
      return c.group().equals("G6") || c.group().equals("G7") ? .15 : -.10;
    }
    return 0;
  }

  private static double sigma(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
