package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import io.waybot.db.decision.SmallNumbers;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How often customers were contacted in the last 7 days: read once, and remembered as read. Several
 * threads may ask, each about other chunks of 65,536 numbers.
 */
public final class Contacts {
  static final String COLUMN = "contacts_7d";
  private static final int MOST = 1_000;
  private static final int CHUNK = 65_536;
  private static final short UNREAD = -1;

  private final @Nullable SmallNumbers noted;
  private final Map<Integer, short[]> read = new ConcurrentHashMap<>(); // by chunk

  private Contacts(@Nullable SmallNumbers noted) {
    this.noted = noted;
  }

  /** As today's data say. */
  static Contacts today() {
    return new Contacts(null);
  }

  /** As they were noted when a window was decided. */
  public static Contacts then(SmallNumbers noted) {
    return new Contacts(noted);
  }

  int of(CustomerFacts facts) {
    int customer = facts.customer();
    if (noted != null) {
      return noted.of(customer);
    }
    var chunk = read.computeIfAbsent(customer >>> 16, Contacts::unread);
    int place = customer & 0xFFFF;
    if (chunk[place] == UNREAD) {
      chunk[place] = (short) reported(facts);
    }
    return chunk[place];
  }

  private static int reported(CustomerFacts facts) {
    return facts.known(COLUMN) ? (int) Math.clamp(Math.round(facts.decimal(COLUMN)), 0, MOST) : 0;
  }

  private static short[] unread(int chunk) {
    var numbers = new short[CHUNK];
    Arrays.fill(numbers, UNREAD);
    return numbers;
  }

  /** What was read or noted. */
  SmallNumbers numbers() {
    if (noted != null) {
      return noted;
    }
    var numbers = new SmallNumbers();
    new TreeMap<>(read)
        .forEach((chunk, ofChunk) -> {
          for (int place = 0; place < CHUNK; place++) {
            numbers.put(chunk << 16 | place, Math.max(0, ofChunk[place]));
          }
        });
    return numbers;
  }
}
