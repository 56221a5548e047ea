package io.waybot.connectors.channel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.waybot.db.content.CrashKind;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A gateway behind a circuit breaker: when half of the last calls got no clear answer it is left
 * alone for a while, and messages wait instead of using up attempts.
 */
final class GuardedGateway implements ChannelGateway {
  private final ChannelGateway gateway;
  private final CircuitBreaker breaker;

  GuardedGateway(ChannelGateway gateway, Duration rest, Clock clock) {
    this.gateway = gateway;
    this.breaker =
        CircuitBreaker.of(
            gateway.channel(),
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(2)
                .build());
  }

  @Override
  public String channel() {
    return gateway.channel();
  }

  @Override
  public CrashKind kind() {
    return gateway.kind();
  }

  @Override
  public Answer send(Message message) {
    if (!breaker.tryAcquirePermission()) {
      return new Answer.Busy("circuit open");
    }
    long started = System.nanoTime();
    Answer answer;
    try {
      answer = gateway.send(message);
    } catch (RuntimeException e) {
      breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, e);
      throw e;
    }
    long took = System.nanoTime() - started;
    switch (answer) {
      case Answer.Accepted a -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      case Answer.Rejected r -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      case Answer.Busy b -> breaker.onError(took, TimeUnit.NANOSECONDS, new NoAnswer(b.reason()));
      case Answer.Ambiguous a ->
          breaker.onError(took, TimeUnit.NANOSECONDS, new NoAnswer(a.reason()));
    }
    return answer;
  }

  @Override
  public Fate query(String key) {
    return gateway.query(key);
  }

  private static final class NoAnswer extends RuntimeException {
    NoAnswer(String reason) {
      super(reason, null, false, false);
    }
  }
}
