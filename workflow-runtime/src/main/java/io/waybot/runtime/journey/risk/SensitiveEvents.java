package io.waybot.runtime.journey.risk;

import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.All;
import io.waybot.db.segment.SegmentRule.Any;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.segment.SegmentRule.InStage;
import io.waybot.db.segment.SegmentRule.Not;
import io.waybot.db.segment.SegmentStore;
import io.waybot.runtime.journey.lint.RobotUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which inferred or sensitive events (tier 3) decide who gets onto a drawing's lists. */
@Component
class SensitiveEvents {
  private final JdbcClient sql;
  private final SegmentStore segments;
  private final AppliedStrategies strategies;

  SensitiveEvents(JdbcClient sql, SegmentStore segments, AppliedStrategies strategies) {
    this.sql = sql;
    this.segments = segments;
    this.strategies = strategies;
  }

  Set<String> in(List<RobotUse> robots) {
    var used = new TreeSet<String>();
    for (var robot : robots) {
      used.add(robot.input("event"));
      collect(robot.input("segment"), used, new HashSet<>());
    }
    for (var strategy : strategies.in(robots)) {
      used.add(strategy.event());
      collect(strategy.segment(), used, new HashSet<>());
    }
    used.retainAll(
        sql.sql("select code from event_type where tier = 3").query(String.class).list());
    return used;
  }

  private void collect(String segment, Set<String> used, Set<String> seen) {
    if (!segment.isEmpty() && seen.add(segment)) {
      Optional<Segment> known = segments.find(segment);
      known.map(Segment::rule).ifPresent(rule -> collect(rule, used, seen));
    }
  }

  private void collect(SegmentRule rule, Set<String> used, Set<String> seen) {
    switch (rule) {
      case All all -> all.of().forEach(part -> collect(part, used, seen));
      case Any any -> any.of().forEach(part -> collect(part, used, seen));
      case Not not -> collect(not.of(), used, seen);
      case HadEvent event -> used.add(event.code());
      case InStage in -> used.add(in.stage());
      case InSegment other -> collect(other.code(), used, seen);
      case Column column -> {}
    }
  }
}
