package io.waybot.runtime.robot;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.audience.AudienceRef;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;

/** Three robots whose effects are counted, and which fail on demand. */
class TestRobots {
  /** Times each step's effect happened, by run and element. */
  static final Map<String, AtomicInteger> EFFECTS = new ConcurrentHashMap<>();

  /** How the next attempts of an element of a run go wrong. */
  static final Map<String, RobotFailure> FAILURES = new ConcurrentHashMap<>();

  static int effects(UUID run, String elementId) {
    return EFFECTS.getOrDefault(run + "/" + elementId, new AtomicInteger()).get();
  }

  record PullInput(int customers) {}

  record PullOutput(AudienceRef audience) {}

  record SendInput(AudienceRef audience) {}

  record SendOutput(int sent) {}

  record ReportInput(int sent) {}

  record ReportOutput(int pages) {}

  @Bean
  Robot<PullInput, PullOutput> pull() {
    return new ATestRobot<>("test-pull", PullInput.class, PullOutput.class) {
      @Override
      public Outcome<PullOutput> work(PullInput input, RobotContext context) {
        effect(context);
        return Outcome.done(new PullOutput(new AudienceRef(UUID.randomUUID(), input.customers())));
      }
    };
  }

  @Bean
  Robot<SendInput, SendOutput> send() {
    return new ATestRobot<>("test-send", SendInput.class, SendOutput.class) {
      @Override
      public Outcome<SendOutput> work(SendInput input, RobotContext context) {
        effect(context);
        return Outcome.parked();
      }
    };
  }

  @Bean
  Robot<ReportInput, ReportOutput> report() {
    return new ATestRobot<>("test-report", ReportInput.class, ReportOutput.class) {
      @Override
      public Outcome<ReportOutput> work(ReportInput input, RobotContext context) {
        if (input.sent() < 5) {
          throw new RobotFailure.Refused(
              "too_few", new Said("只发了" + input.sent(), "Only " + input.sent() + " were sent"));
        }
        effect(context);
        return Outcome.done(new ReportOutput(1));
      }
    };
  }

  private abstract static class ATestRobot<I extends Record, O extends Record>
      implements Robot<I, O> {
    private final String jobType;
    private final Class<I> inputType;
    private final Class<O> outputType;

    ATestRobot(String jobType, Class<I> inputType, Class<O> outputType) {
      this.jobType = jobType;
      this.inputType = inputType;
      this.outputType = outputType;
    }

    void effect(RobotContext context) {
      var key = context.runId() + "/" + context.elementId();
      var failure = FAILURES.get(key);
      if (failure instanceof RobotFailure.Transient) {
        FAILURES.put(
            key,
            new RobotFailure.Transient(
                new Said("又不可用", "away again"), Duration.ofMillis(50), null));
      }
      if (failure != null) {
        throw failure;
      }
      EFFECTS.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
    }

    @Override
    public String jobType() {
      return jobType;
    }

    @Override
    public Class<I> inputType() {
      return inputType;
    }

    @Override
    public Class<O> outputType() {
      return outputType;
    }
  }
}
