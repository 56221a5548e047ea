package io.waybot.db.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a row after its call, or instead of it. */
public sealed interface Settlement {
  /** The row it is about. */
  DueSend send();

  /** The provider has it. */
  record Taken(DueSend send, @Nullable String providerId, BigDecimal costYuan)
      implements Settlement {}

  /** The provider, or our own renderer, refuses it for good. */
  record Refused(DueSend send, String error) implements Settlement {}

  /** The call certainly did not arrive or was not begun: judged anew at {@code notBefore}. */
  record Again(DueSend send, Instant notBefore, @Nullable String error) implements Settlement {}

  /** The call may have arrived and may be repeated with the same key. */
  record Repeat(DueSend send, Instant notBefore, String error) implements Settlement {}

  /** The call may have arrived; the provider is asked once the lease is over. */
  record Ask(DueSend send, String error) implements Settlement {}

  /** The call may have arrived and nobody can tell. */
  record Unclear(DueSend send, String error) implements Settlement {}
}
