package io.waybot.db.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one customer is to be sent.
 *
 * @param notBefore when it is its turn; null: at once
 */
public record NewDispatch(
    int customer,
    String contentCode,
    int contentVersion,
    @Nullable String productCode,
    String language,
    @Nullable Instant notBefore) {

  public NewDispatch(
      int customer,
      String contentCode,
      int contentVersion,
      @Nullable String productCode,
      String language) {
    this(customer, contentCode, contentVersion, productCode, language, null);
  }

  /** The same when it is its turn. */
  public NewDispatch at(Instant turn) {
    return new NewDispatch(customer, contentCode, contentVersion, productCode, language, turn);
  }
}
