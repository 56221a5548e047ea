package io.waybot.runtime.engine;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How the engine is asked: with a time limit, again when it is busy, and with two words for what
 * went wrong.
 */
class EngineCalls {
  static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final Set<Code> FINAL =
      Set.of(
          Code.INVALID_ARGUMENT,
          Code.NOT_FOUND,
          Code.ALREADY_EXISTS,
          Code.FAILED_PRECONDITION,
          Code.PERMISSION_DENIED,
          Code.UNAUTHENTICATED,
          Code.UNIMPLEMENTED);

  /**
   * RESOURCE_EXHAUSTED is back-pressure: the engine says that it has not begun, so asking again is
   * safe.
   */
  private final Retry busy =
      Retry.of(
          "engine",
          RetryConfig.custom()
              .maxAttempts(8)
              .intervalFunction(
                  IntervalFunction.ofExponentialRandomBackoff(
                      Duration.ofMillis(50), 2.0, 0.5, Duration.ofSeconds(2)))
              .retryOnException(e -> code(e) == Code.RESOURCE_EXHAUSTED)
              .build());

  /**
   * The engine's answer.
   *
   * @throws EngineRefused when it will not do this
   * @throws EngineAway when it did not answer in time
   */
  <T> T ask(Supplier<CamundaFuture<T>> call) {
    try {
      return busy.executeSupplier(() -> call.get().join(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ClientException e) {
      var code = code(e);
      if (FINAL.contains(code)) {
        throw new EngineRefused(String.valueOf(e.getMessage()), code == Code.NOT_FOUND, e);
      }
      throw new EngineAway("The engine did not answer: " + code, e);
    }
  }

  private static Code code(Throwable e) {
    return e instanceof ClientStatusException status ? status.getStatusCode() : Code.UNKNOWN;
  }
}
