package io.waybot.runtime.journey.approval;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.ApprovalRule;
import io.waybot.db.journey.ApprovalRules;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.journey.risk.Risk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which signatures a version needs: of every row of the bank's matrix that fits. Two rows that ask
 * for one signature mean the later stage and the shorter time. The business owner signs always.
 */
@Component
public class ApprovalMatrix {
  private static final int ONE_DAY = 9;

  private final ApprovalRules rules;
  private final OrgUnits units;
  private final BusinessHours hours;
  private final Clock clock;

  ApprovalMatrix(ApprovalRules rules, OrgUnits units, BusinessHours hours, Clock clock) {
    this.rules = rules;
    this.units = units;
    this.hours = hours;
    this.clock = clock;
  }

  /** A signature to ask for. */
  public record Wanted(Approval.Step step, int stage, Instant dueAt) {}

  private record Asked(Approval.Step step, int stage, int dueHours) {
    Asked and(Asked also) {
      return new Asked(step, Math.max(stage, also.stage), Math.min(dueHours, also.dueHours));
    }
  }

  /**
   * In the order of signing.
   *
   * @param channels codes of those the version uses
   */
  public List<Wanted> of(Journey journey, JourneyVersion version, Risk risk, Set<String> channels) {
    var asked = new EnumMap<Approval.Step, Asked>(Approval.Step.class);
    for (var rule : rules.all()) {
      if (fits(rule, journey, version, risk, channels)) {
        var first = new Asked(rule.step(), rule.stage(), rule.dueHours());
        asked.merge(rule.step(), first, Asked::and);
      }
    }
    asked.putIfAbsent(Approval.Step.BUSINESS, new Asked(Approval.Step.BUSINESS, 1, ONE_DAY));
    return timed(asked.values());
  }

  /** A later stage has its time from when the stage before it is due. */
  private List<Wanted> timed(Collection<Asked> asked) {
    var wanted = new ArrayList<Wanted>();
    var begins = clock.instant();
    for (int stage = 1; stage <= ApprovalRule.LATEST_STAGE; stage++) {
      var ends = begins;
      for (var each : asked) {
        if (each.stage() == stage) {
          var due = hours.plus(begins, each.dueHours());
          wanted.add(new Wanted(each.step(), stage, due));
          ends = due.isAfter(ends) ? due : ends;
        }
      }
      begins = ends;
    }
    wanted.sort(Comparator.comparingInt(Wanted::stage).thenComparing(Wanted::step));
    return wanted;
  }

  private boolean fits(
      ApprovalRule rule, Journey journey, JourneyVersion version, Risk risk, Set<String> channels) {
    var channel = rule.channel();
    var owner = rule.ownerOrg();
    return risk.tier().compareTo(rule.tier()) >= 0
        && risk.list().customers() >= rule.customers()
        && (channel == null || channels.contains(channel))
        && (rule.purpose() == null || rule.purpose() == version.settings().purpose())
        && (owner == null || units.get(owner).covers(units.get(journey.ownerOrg())));
  }
}
