package io.waybot.bots.allocate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds an instance unit by unit, customer by customer, option by option. */
public final class InstanceBuilder {
  private final Limits limits;
  private final Map<Uses, Integer> known = new HashMap<>();
  private final List<Uses> kinds = new ArrayList<>();
  private int[] unitStart;
  private int[] customerStart;
  private int[] hash;
  private float[] value;
  private int[] kind;
  private int units;
  private int customers;
  private int options;

  private record Uses(int treatment, int advantage, List<Integer> limits, List<Double> amounts) {}

  public InstanceBuilder(Limits limits) {
    this(limits, 1024, 4096);
  }

  /** With room for so many customers and options; it grows when they are more. */
  public InstanceBuilder(Limits limits, int customerRoom, int optionRoom) {
    this.limits = limits;
    this.unitStart = new int[customerRoom + 1];
    this.customerStart = new int[customerRoom + 1];
    this.hash = new int[customerRoom];
    this.value = new float[optionRoom];
    this.kind = new int[optionRoom];
  }

  /**
   * What an option can be; asking again for the same gives the same number.
   *
   * @param treatment the caller's number of the treatment
   * @param used limits, each at most once
   * @param amounts units of each, more than 0
   */
  public int kind(int treatment, int[] used, double[] amounts) {
    return kind(treatment, 0, used, amounts);
  }

  /**
   * The same with a priority: among equals the higher advantage wins.
   *
   * @param advantage from 0, small
   */
  public int kind(int treatment, int advantage, int[] used, double[] amounts) {
    require(used.length == amounts.length, "uses and amounts differ in number");
    require(Arrays.stream(used).distinct().count() == used.length, "a limit is used twice");
    for (int i = 0; i < used.length; i++) {
      require(used[i] >= 0 && used[i] < limits.size(), "there is no such limit");
      require(amounts[i] > 0 && Double.isFinite(amounts[i]), "a usage is not positive");
    }
    var uses =
        new Uses(
            treatment,
            advantage,
            Arrays.stream(used).boxed().toList(),
            Arrays.stream(amounts).boxed().toList());
    return known.computeIfAbsent(
        uses,
        fresh -> {
          kinds.add(fresh);
          return kinds.size() - 1;
        });
  }

  /** Begins a unit of choice: its customers follow, of whom at most one gets something. */
  public InstanceBuilder unit() {
    unitStart = units + 1 < unitStart.length ? unitStart : Arrays.copyOf(unitStart, 2 * units + 2);
    unitStart[units++] = customers;
    return this;
  }

  /**
   * The next customer of the unit; options follow.
   *
   * @param keyHash well-mixed hash of the bank's key, decides among equals
   */
  public InstanceBuilder customer(long keyHash) {
    require(units > 0, "a customer before the first unit");
    if (customers == hash.length) {
      hash = Arrays.copyOf(hash, 2 * customers + 1);
      customerStart = Arrays.copyOf(customerStart, hash.length + 1);
    }
    hash[customers] = Jitter.mix(keyHash);
    customerStart[customers++] = options;
    return this;
  }

  /**
   * @param yuan finite; an option worth nothing is only chosen for a minimum
   */
  public InstanceBuilder option(double yuan, int ofKind) {
    require(Double.isFinite(yuan), "a value is not finite");
    require(customers > 0, "an option before the first customer");
    if (options == value.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * options + 1);
      value = Arrays.copyOf(value, room);
      kind = Arrays.copyOf(kind, room);
    }
    value[options] = (float) yuan;
    kind[options++] = ofKind;
    return this;
  }

  public Instance build() {
    unitStart[units] = customers;
    customerStart[customers] = options;
    return new Instance(
        cut(unitStart, units + 1),
        cut(customerStart, customers + 1),
        cut(hash, customers),
        value.length == options ? value : Arrays.copyOf(value, options),
        cut(kind, options),
        allKinds(),
        limits);
  }

  private Kinds allKinds() {
    var treatment = new int[kinds.size()];
    var start = new int[kinds.size() + 1];
    for (int k = 0; k < treatment.length; k++) {
      treatment[k] = kinds.get(k).treatment();
      start[k + 1] = start[k] + kinds.get(k).limits().size();
    }
    return new Kinds(
        treatment,
        kinds.stream().mapToInt(Uses::advantage).toArray(),
        start,
        kinds.stream().flatMap(uses -> uses.limits().stream()).mapToInt(i -> i).toArray(),
        kinds.stream().flatMap(uses -> uses.amounts().stream()).mapToDouble(a -> a).toArray());
  }

  private static int[] cut(int[] array, int length) {
    return array.length == length ? array : Arrays.copyOf(array, length);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
