package io.waybot.db.dispatch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the bank's imported data say about one customer at the moment of sending. A column that was
 * never imported is null: its rule has nothing to say, but consent that is not there is refused.
 */
public final class CustomerFacts {
  /** A customer without a row. */
  public static final CustomerFacts NONE = new CustomerFacts(Map.of());

  private static final Map<String, String> CHANNEL_NAMES =
      Map.of("mail", "email", "rm", "branch", "pos", "position");

  private final Map<String, Integer> places;
  private final @Nullable String[] values;

  /**
   * @param places where in {@code values} each column stands; one map serves all customers read
   *     together
   */
  CustomerFacts(Map<String, Integer> places, @Nullable String[] values) {
    this.places = places;
    this.values = values;
  }

  public CustomerFacts(Map<String, String> known) {
    this(new HashMap<>(), new String[known.size()]);
    known.forEach((column, value) -> {
      values[places.size()] = value;
      places.put(column, places.size());
    });
  }

  public @Nullable String text(String column) {
    var place = places.get(column);
    var value = place == null ? null : values[place];
    return value == null || value.isBlank() ? null : value;
  }

  public boolean flag(String column) {
    var value = text(column);
    return value != null
        && (value.equalsIgnoreCase("true") || value.equals("t") || value.equals("1"));
  }

  /** Whether the bank says no; what it does not say is no refusal. */
  public boolean denied(String column) {
    return text(column) != null && !flag(column);
  }

  /** 0 when empty. */
  public int number(String column) {
    var value = text(column);
    return value == null ? 0 : (int) Double.parseDouble(value);
  }

  /** Channels opted out of in the bank's own systems; {@code *} is every channel. */
  public Set<String> optedOut() {
    var value = text("opted_out_channels");
    return value == null
        ? Set.of()
        : Arrays.stream(value.split("[;,]"))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .map(name -> CHANNEL_NAMES.getOrDefault(name, name))
            .collect(Collectors.toSet());
  }
}
