package io.waybot.bots.allocate;

/**
 * Who may get what: at most one option per unit of choice, a customer or a whole household; every
 * limit kept; the sum of values largest.
 *
 * <p>Unit h is the customers {@code unitStart[h] … unitStart[h + 1] − 1}, customer c owns the
 * options {@code customerStart[c] … customerStart[c + 1] − 1}, each with a value in yuan and a
 * {@linkplain Kinds kind}. Units, customers and options stand in an order that does not depend on
 * how they were read, so that the same customers give the same answer.
 */
public final class Instance {
  final int[] unitStart;
  final int[] customerStart;
  final int[] customerHash;
  final float[] value;
  final int[] kind;
  final Kinds kinds;
  final int[] salts;
  final Limits limits;

  Instance(
      int[] unitStart,
      int[] customerStart,
      int[] customerHash,
      float[] value,
      int[] kind,
      Kinds kinds,
      Limits limits) {
    this.unitStart = unitStart;
    this.customerStart = customerStart;
    this.customerHash = customerHash;
    this.value = value;
    this.kind = kind;
    this.kinds = kinds;
    this.salts = kinds.salts();
    this.limits = limits;
  }

  public int units() {
    return unitStart.length - 1;
  }

  public int customers() {
    return customerStart.length - 1;
  }

  public int options() {
    return value.length;
  }

  public Limits limits() {
    return limits;
  }

  public int firstCustomer(int unit) {
    return unitStart[unit];
  }

  public int firstOption(int customer) {
    return customerStart[customer];
  }

  /** The first option of a unit; the next unit's first option is where they end. */
  int unitOption(int unit) {
    return customerStart[unitStart[unit]];
  }

  /** Yuan. */
  public double value(int option) {
    return value[option];
  }

  /** The number that the treatment was given when the option was added. */
  public int treatment(int option) {
    return kinds.treatment[kind[option]];
  }

  /** How much of a limit the option uses. */
  public double usage(int option, int limit) {
    return kinds.usage(kind[option], limit);
  }

  /** Takes one use of an option. */
  @FunctionalInterface
  public interface Use {
    void take(int limit, double units);
  }

  public void eachUse(int option, Use use) {
    for (int u = kinds.start[kind[option]]; u < kinds.start[kind[option] + 1]; u++) {
      use.take(kinds.limit[u], kinds.amount[u]);
    }
  }

  /** Adds all that the option uses to a sum by limit. */
  public void addUse(int option, double[] used) {
    kinds.addUse(kind[option], 1, used);
  }

  /** What the option earns after paying for all it uses. */
  public double reduced(int option, double[] prices) {
    double rest = value[option];
    for (int u = kinds.start[kind[option]]; u < kinds.start[kind[option] + 1]; u++) {
      rest -= prices[kinds.limit[u]] * kinds.amount[u];
    }
    return rest;
  }
}
