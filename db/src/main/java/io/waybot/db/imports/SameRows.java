package io.waybot.db.imports;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Several may bring the same rows at the same moment: whoever is later does it again and finds them
 * there.
 */
public final class SameRows {
  private static final RetryTemplate AGAIN =
      new RetryTemplate(
          RetryPolicy.builder()
              .includes(DuplicateKeyException.class, PessimisticLockingFailureException.class)
              .maxRetries(10)
              .delay(Duration.ofMillis(20))
              .jitter(Duration.ofMillis(20))
              .build());

  private SameRows() {}

  /**
   * @param transaction looks what is there and adds the rest, in a transaction of its own
   */
  public static void add(Runnable transaction) {
    AGAIN.invoke(transaction);
  }

  /** The same with what the transaction answers. */
  public static <T extends @Nullable Object> T added(Supplier<T> transaction) {
    return AGAIN.invoke(transaction);
  }
}
