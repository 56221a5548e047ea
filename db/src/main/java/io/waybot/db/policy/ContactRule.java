package io.waybot.db.policy;

import java.util.Map;
import java.util.TreeMap;

/**
 * One contact rule of the bank with its parameters.
 *
 * @param code NO_CONSENT, CAP …
 * @param position rules apply in this order; the first that hits is the recorded reason
 * @param parameters {@code contacts}: at most so many; {@code days}: within so many days
 * @param floor the loosest parameters the bank allows itself
 */
public record ContactRule(
    String code, int position, Map<String, Integer> parameters, Map<String, Integer> floor) {

  /** The value of a parameter this rule is known to have. */
  public int parameter(String name) {
    var value = parameters.get(name);
    if (value == null) {
      throw new IllegalStateException("contact rule " + code + " has no parameter " + name);
    }
    return value;
  }

  /**
   * The same rule with other parameters, none looser than the floor.
   *
   * @throws IllegalArgumentException if one is unknown or looser: more contacts, fewer days
   */
  public ContactRule with(Map<String, Integer> changes) {
    var changed = new TreeMap<>(parameters);
    changes.forEach((name, value) -> {
      var limit = floor.get(name);
      if (limit == null) {
        throw new IllegalArgumentException("contact rule " + code + " has no " + name);
      }
      if (value < 0 || looser(name, value, limit)) {
        throw new IllegalArgumentException(
            code + " may only be made stricter: " + name + " " + limit + ", not " + value);
      }
      changed.put(name, value);
    });
    return new ContactRule(code, position, Map.copyOf(changed), floor);
  }

  private static boolean looser(String name, int value, int limit) {
    return name.equals("contacts") ? value > limit : value < limit;
  }
}
