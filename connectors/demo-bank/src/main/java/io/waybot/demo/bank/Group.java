package io.waybot.demo.bank;

/** Where a customer's balances lie: the seven payroll groups, and everybody else. */
enum Group {
  OTHER("", 0, 100, 800_000, .35),
  G1("G1", 2_400, 1_000, 80_000, .5),
  G2("G2", 1_800, 500, 60_000, .9),
  G3("G3", 1_500, 500_000, 3_000_000, .15),
  G4("G4", 4_800, 50_000, 500_000, .2),
  G5("G5", 5_100, 50_000, 500_000, .25),
  G6("G6", 9_000, 100, 50_000, .7),
  G7("G7", 5_400, 3_000, 50_000, .6);

  final String code;
  final int customers;
  private final double lowest;
  private final double highest;
  private final double currentShare;

  Group(String code, int customers, double lowest, double highest, double currentShare) {
    this.code = code;
    this.customers = customers;
    this.lowest = lowest;
    this.highest = highest;
    this.currentShare = currentShare;
  }

  boolean payroll() {
    return this != OTHER;
  }

  /** Thirty-day average of all assets, yuan: log-uniform between the group's bounds. */
  double assets(int n) {
    return lowest * Math.pow(highest / lowest, Dice.u("aum", n));
  }

  /** Thirty-day average on the current account, yuan, before a salary that just arrived. */
  double current(int n) {
    return assets(n) * Math.min(1, currentShare * (.5 + Dice.u("demand", n)));
  }

  double heldTermRate() {
    return switch (this) {
      case G4, G5, G7 -> .35;
      case G6 -> .12;
      default -> .20;
    };
  }
}
