package io.waybot.bots;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a robot could not do its step, and what the host does about it. People read why, so it is
 * always said in both languages.
 */
public abstract sealed class RobotFailure extends RuntimeException {
  private RobotFailure(Said why, @Nullable Throwable cause) {
    super(why.text(), cause);
  }

  /** The journey drew this outcome: leaves by the boundary event of that code, no retry. */
  public static final class Refused extends RobotFailure {
    private final String code;

    public Refused(String code, Said why) {
      super(why, null);
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** The world was away: retried after the pause, an incident when retries are spent. */
  public static final class Transient extends RobotFailure {
    private final Duration pause;

    public Transient(Said why, Duration pause, @Nullable Throwable cause) {
      super(why, cause);
      this.pause = pause;
    }

    public Duration pause() {
      return pause;
    }
  }

  /** Retrying cannot help: an incident at once; the message says what to do next. */
  public static final class Permanent extends RobotFailure {
    public Permanent(Said why, @Nullable Throwable cause) {
      super(why, cause);
    }
  }
}
