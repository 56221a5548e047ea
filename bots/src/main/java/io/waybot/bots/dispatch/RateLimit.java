package io.waybot.bots.dispatch;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * At most so many sends per minute on a channel, evenly: what is not used in 2 s is not saved up.
 */
final class RateLimit {
  private static final int LARGEST_BATCH = 10_000;

  private int perMinute = -1;
  private Bucket bucket = bucket(1);

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit ->
            limit.capacity(batch(perMinute)).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /** What a channel of this rate sends in 2 s, 1 to 10,000. */
  static int batch(int perMinute) {
    return Math.clamp(perMinute / 30, 1, LARGEST_BATCH);
  }

  /** Takes as many permits as there are, at most {@code wanted}. */
  synchronized int take(int perMinuteNow, int wanted) {
    if (perMinuteNow != perMinute) {
      perMinute = perMinuteNow;
      bucket = bucket(perMinuteNow);
    }
    return (int) bucket.tryConsumeAsMuchAsPossible(wanted);
  }

  synchronized void giveBack(int unused) {
    if (unused > 0) {
      bucket.addTokens(unused);
    }
  }
}
