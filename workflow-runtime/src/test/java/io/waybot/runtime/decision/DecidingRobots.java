package io.waybot.runtime.decision;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/**
 * The robots that decide, a robot that hands them a scored list, and one in the place of dispatch
 * that notes whose share it was given.
 */
@ComponentScan(
    basePackages = {
      "io.waybot.connectors.segment",
      "io.waybot.connectors.model",
      "io.waybot.bots.score",
      "io.waybot.bots.policy",
      "io.waybot.bots.allocate",
      "io.waybot.bots.decide"
    },
    excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
class DecidingRobots {
  /** The bank's clock: it ticks, and can be put forward. */
  static final BankClock CLOCK = new BankClock();

  /** Customers of each journey's list, by journey key. */
  static final Map<String, RoaringBitmap> LISTS = new ConcurrentHashMap<>();

  /** Who was handed to a sending block, by run and element. */
  static final Map<String, RoaringBitmap> SHARES = new ConcurrentHashMap<>();

  static RoaringBitmap share(UUID run, String element) {
    return SHARES.getOrDefault(run + "/" + element, new RoaringBitmap());
  }

  @Bean
  @Primary
  Clock bankClock() {
    return CLOCK;
  }

  record Nothing() {}

  record Listed(AudienceRef scored) {}

  record Share(AudienceRef audience) {}

  @Bean
  Robot<Nothing, Listed> list(AudienceStore audiences) {
    return new Robot<>() {
      @Override
      public Outcome<Listed> work(Nothing input, RobotContext context) {
        var origin =
            NewAudience.of(context.runId(), context.stepId(), context.elementId(), "scored")
                .lineage("{\"modelVersion\":\"" + DecidingBank.MODEL_VERSION + "\"}");
        var list = LISTS.get(context.journeyKey());
        return Outcome.done(new Listed(audiences.save(origin, list)));
      }

      @Override
      public String jobType() {
        return "test-list";
      }

      @Override
      public Class<Nothing> inputType() {
        return Nothing.class;
      }

      @Override
      public Class<Listed> outputType() {
        return Listed.class;
      }
    };
  }

  @Bean
  Robot<Share, Nothing> share(AudienceStore audiences) {
    return new Robot<>() {
      @Override
      public Outcome<Nothing> work(Share input, RobotContext context) {
        SHARES.put(
            context.runId() + "/" + context.elementId(), audiences.load(input.audience().id()));
        return Outcome.done(new Nothing());
      }

      @Override
      public String jobType() {
        return "test-share";
      }

      @Override
      public Class<Share> inputType() {
        return Share.class;
      }

      @Override
      public Class<Nothing> outputType() {
        return Nothing.class;
      }
    };
  }

  /** Begins on a Friday at six; the machine's date does not matter. */
  static final class BankClock extends Clock {
    private static final Instant SIX = Instant.parse("2026-11-19T22:00:00Z");
    private volatile Clock ticking = from(SIX);

    private static Clock from(Instant now) {
      var machine = Clock.systemUTC();
      return Clock.offset(machine, Duration.between(machine.instant(), now));
    }

    void set(Instant now) {
      ticking = from(now);
    }

    void begin() {
      set(SIX);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return ticking.withZone(zone);
    }

    @Override
    public Instant instant() {
      return ticking.instant();
    }
  }
}
