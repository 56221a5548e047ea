package io.waybot.runtime.journey.risk;

import io.waybot.connectors.segment.SegmentProblem;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.All;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.strategy.Strategy;
import io.waybot.runtime.journey.lint.RobotUse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Asks today's data whom a drawing's list blocks would take, within the owner's unit. */
@Component
class ListEstimate {
  private static final int DEFAULT_EVENT_DAYS = 5; // as the block's field

  private final SegmentSource members;
  private final CustomerStore customers;
  private final AppliedStrategies strategies;
  private final Clock clock;

  ListEstimate(
      SegmentSource members, CustomerStore customers, AppliedStrategies strategies, Clock clock) {
    this.members = members;
    this.customers = customers;
    this.strategies = strategies;
    this.clock = clock;
  }

  ExpectedList of(List<RobotUse> robots, String ownerOrg) {
    var list = ExpectedList.EMPTY;
    for (var robot : robots) {
      if (robot.is("read-excel")) {
        list = list.unknown();
      } else if (robot.is("pull-audience")) {
        list = with(list, robot, ownerOrg);
      }
    }
    for (var strategy : strategies.in(robots)) {
      list = with(list, strategy, ownerOrg);
    }
    return list;
  }

  private ExpectedList with(ExpectedList list, RobotUse pull, String ownerOrg) {
    try {
      var limit = pull.input("atMost");
      int atMost = limit.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(limit);
      var fitting = members.customers(rule(pull), LocalDate.now(clock));
      return list.and(RoaringBitmap.and(fitting, customers.ofOrg(ownerOrg)), atMost);
    } catch (SegmentProblem | NumberFormatException formula) {
      return list.unknown();
    }
  }

  private ExpectedList with(ExpectedList list, Strategy strategy, String ownerOrg) {
    try {
      var rule =
          new All(
              List.of(
                  new InSegment(strategy.segment()),
                  new HadEvent(strategy.event(), strategy.freshDays(), 1)));
      var fitting = members.customers(rule, LocalDate.now(clock));
      var own = RoaringBitmap.and(fitting, customers.ofOrg(ownerOrg));
      own.andNot(list.fitting()); // a customer wanted twice is on the list once
      return list.and(own, Integer.MAX_VALUE);
    } catch (SegmentProblem unanswerable) {
      return list.unknown();
    }
  }

  private static SegmentRule rule(RobotUse pull) {
    var rules = new ArrayList<SegmentRule>();
    rules.add(new InSegment(pull.input("segment")));
    if (!pull.input("event").isEmpty()) {
      var days = pull.input("eventDays");
      rules.add(
          new HadEvent(
              pull.input("event"),
              days.isEmpty() ? DEFAULT_EVENT_DAYS : Integer.parseInt(days),
              1));
    }
    return new All(rules);
  }
}
