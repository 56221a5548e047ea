package io.waybot.bots.dispatch;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.DispatchState;
import io.waybot.db.dispatch.DispatchStep;
import io.waybot.db.dispatch.DispatchSteps;
import io.waybot.db.dispatch.SendRule;
import io.waybot.db.run.RobotSteps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends a dispatch block when its last row is terminal, or withholds what is left at its deadline.
 */
@Component
class StepCloser {
  private static final Logger LOG = LoggerFactory.getLogger(StepCloser.class);

  private final DispatchSteps steps;
  private final DispatchLedger ledger;
  private final AudienceStore audiences;
  private final RobotSteps robotSteps;
  private final KillSwitch killSwitch;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Clock clock;

  StepCloser(
      DispatchSteps steps,
      DispatchLedger ledger,
      AudienceStore audiences,
      RobotSteps robotSteps,
      KillSwitch killSwitch,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.audiences = audiences;
    this.robotSteps = robotSteps;
    this.killSwitch = killSwitch;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.clock = clock;
  }

  /** Looks at every block under way. */
  void turn() {
    for (var step : steps.cancelled()) {
      ledger.cancel(step.runId());
      if (step.filled() && settled(step)) {
        steps.finish(step.stepId(), clock.instant());
      }
    }
    for (var step : steps.open()) {
      if (!step.filled()) {
        continue;
      }
      if (!clock.instant().isBefore(step.sendBy())) {
        both(step).forEach(this::expire);
      }
      transaction.executeWithoutResult(status -> {
        if (!settled(step)) {
          return;
        }
        if (step.wishes().otherChannel() != null && !step.otherFilled()) {
          sendOtherwise(step, step.wishes().otherChannel());
        } else {
          close(step);
        }
      });
    }
  }

  private void expire(DispatchStep step) {
    boolean stopped = killSwitch.stopsChannel(step.channel());
    ledger.expire(step, stopped ? SendRule.STOPPED : SendRule.EXPIRED);
  }

  /** The block on its own channel and, when it has another, on that. */
  private static List<DispatchStep> both(DispatchStep step) {
    var other = step.wishes().otherChannel();
    return other == null ? List.of(step) : List.of(step, step.on(other));
  }

  private boolean settled(DispatchStep step) {
    return both(step).stream().allMatch(ledger::settled);
  }

  /** Whom the block's own channel could not reach goes to the other one, at the block's pace. */
  private void sendOtherwise(DispatchStep step, String otherChannel) {
    var turns = new Turns(step.wishes(), clock.instant(), clock.getZone());
    var failed = ledger.failed(step).stream().map(send -> send.at(turns.next())).toList();
    ledger.add(step.on(otherChannel), failed);
    steps.otherFilled(step.stepId());
    LOG.info(
        "run={} stage=dispatch channel={} failed={} now={}",
        step.runId(),
        step.channel(),
        failed.size(),
        otherChannel);
  }

  private void close(DispatchStep step) {
    if (!steps.finish(step.stepId(), clock.instant())) {
      return;
    }
    var audience = audiences.load(step.audienceId());
    var ended = ended(step);
    var sent = in(ended, DispatchState.SENT, audience);
    var output =
        new DispatchRobot.Output(
            audiences.save(
                NewAudience.of(step.runId(), step.stepId(), step.elementId(), "sent"), sent),
            in(ended, DispatchState.REJECTED, audience).getCardinality(),
            in(ended, DispatchState.UNKNOWN, audience).getCardinality(),
            in(ended, DispatchState.WITHHELD, audience).getCardinality());
    robotSteps.complete(step.stepId(), json.writeValueAsString(output));
    LOG.info(
        "run={} stage=dispatch channel={} sent={} rejected={} unknown={} withheld={}",
        step.runId(),
        step.channel(),
        output.sent().count(),
        output.rejected(),
        output.unknown(),
        output.withheld());
  }

  /** Who ended in which state; whoever went to the other channel ends as that one says. */
  private Map<DispatchState, RoaringBitmap> ended(DispatchStep step) {
    var ended = ledger.customers(step);
    var otherChannel = step.wishes().otherChannel();
    if (otherChannel != null) {
      var other = ledger.customers(step.on(otherChannel));
      var went = RoaringBitmap.or(other.values().iterator());
      ended.values().forEach(customers -> customers.andNot(went));
      other.forEach((state, customers) ->
          ended.merge(state, customers, (own, there) -> RoaringBitmap.or(own, there)));
    }
    return ended;
  }

  private static RoaringBitmap in(
      Map<DispatchState, RoaringBitmap> ended, DispatchState state, RoaringBitmap audience) {
    return RoaringBitmap.and(audience, ended.getOrDefault(state, new RoaringBitmap()));
  }
}
