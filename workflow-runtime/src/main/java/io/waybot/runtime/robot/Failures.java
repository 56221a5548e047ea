package io.waybot.runtime.robot;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import java.time.Duration;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an exception that a robot did not sort itself means. */
class Failures {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Failures() {}

  static RobotFailure of(RuntimeException e) {
    if (e instanceof RobotFailure sorted) {
      return sorted;
    }
    if (e instanceof TransientDataAccessException
        || e instanceof RecoverableDataAccessException
        || e instanceof CannotGetJdbcConnectionException
        || e instanceof CannotCreateTransactionException) {
      return new RobotFailure.Transient(
          Said.of("database_away", String.valueOf(e.getMessage())), PAUSE, e);
    }
    return new RobotFailure.Permanent(Said.of("unexpected", String.valueOf(e)), e);
  }
}
