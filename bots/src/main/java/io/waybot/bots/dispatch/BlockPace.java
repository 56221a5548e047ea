package io.waybot.bots.dispatch;

import io.waybot.db.calendar.SendingHours;
import io.waybot.db.dispatch.DispatchSteps;
import io.waybot.db.dispatch.DispatchSteps.Paced;
import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.DueSends;
import io.waybot.db.dispatch.SendRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps a block to hours and a pace of its own, whatever made its rows due at once: a channel that
 * was closed, a stop, a server that was down. The pace holds for each node.
 */
@Component
class BlockPace {
  private static final int SECONDS = 60;
  private static final int REMEMBERED = 1_000;

  private final DispatchSteps steps;
  private final DueSends sends;
  private final Clock clock;
  private final Map<UUID, RateLimit> rates = new ConcurrentHashMap<>();

  BlockPace(DispatchSteps steps, DueSends sends, Clock clock) {
    this.steps = steps;
    this.sends = sends;
    this.clock = clock;
  }

  /** Of the rows taken, those whose turn it is; the others are moved to theirs. */
  List<DueSend> admit(List<DueSend> due) {
    var paced = steps.paced(due.stream().map(DueSend::id).toList());
    if (paced.isEmpty()) {
      return due;
    }
    var now = clock.instant().atZone(clock.getZone());
    var admitted = new ArrayList<DueSend>();
    var late = new HashMap<Instant, List<UUID>>();
    var closed = new HashMap<Instant, List<UUID>>();
    var waiting = new HashMap<UUID, Integer>();
    for (var send : due) {
      var block = paced.get(send.id());
      if (block == null) {
        admitted.add(send);
        continue;
      }
      var opens = opens(block, now);
      if (opens.isAfter(now)) {
        closed.computeIfAbsent(opens.toInstant(), at -> new ArrayList<>()).add(send.id());
      } else if (block.perMinute() == null || permitted(block.stepId(), block.perMinute())) {
        admitted.add(send);
      } else {
        int place = waiting.merge(block.stepId(), 1, Integer::sum);
        var turn = now.plusSeconds(secondsUntil(place, block.perMinute())).toInstant();
        late.computeIfAbsent(turn, at -> new ArrayList<>()).add(send.id());
      }
    }
    closed.forEach((at, ids) -> sends.move(ids, at, SendRule.QUIET_HOURS));
    late.forEach((at, ids) -> sends.move(ids, at, null));
    return admitted;
  }

  private static ZonedDateTime opens(Paced block, ZonedDateTime now) {
    return block.hours() == null
        ? now
        : SendingHours.parse(block.hours()).nextAllowed(now, day -> true).orElseThrow();
  }

  private boolean permitted(UUID stepId, int perMinute) {
    if (rates.size() > REMEMBERED) {
      rates.clear();
    }
    return rates.computeIfAbsent(stepId, id -> new RateLimit()).take(perMinute, 1) == 1;
  }

  private static long secondsUntil(int place, int perMinute) {
    return Math.max(1, (long) place * SECONDS / perMinute);
  }
}
