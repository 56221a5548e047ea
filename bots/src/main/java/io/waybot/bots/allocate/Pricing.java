package io.waybot.bots.allocate;

/** What each option earns at fixed prices, ties settled. */
final class Pricing {
  private final Instance instance;
  private final double[] pay;
  private final double jitter;

  Pricing(Instance instance, double[] prices, double jitter) {
    this.instance = instance;
    this.pay = instance.kinds.pay(prices, instance.limits, jitter);
    this.jitter = jitter;
  }

  /** Of −1, nothing: 0. */
  double reduced(int unit, int option) {
    if (option < 0) {
      return 0;
    }
    int customer = instance.unitStart[unit];
    while (instance.customerStart[customer + 1] <= option) {
      customer++;
    }
    return reduced(instance.customerHash[customer], option, instance.kind[option]);
  }

  /** The same for a customer already known. */
  double reduced(int customerHash, int option, int kind) {
    return instance.value[option]
        - pay[kind]
        + jitter * Jitter.unit(customerHash, instance.salts[kind]);
  }
}
