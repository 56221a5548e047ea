package io.waybot.runtime.journey.risk;

import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.risk.Risk.Cause;
import io.waybot.runtime.journey.risk.Risk.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How risky a version is, which the approval matrix asks first. Low: a service notice, or at most
 * 1,000 customers, deposits or R1 only, and nothing newly worded. High: R3 and above, credit, more
 * than 100,000 customers, inferred or sensitive events, a channel no signed journey uses.
 * Everything else is in between. Planners may raise the tier, never lower it.
 */
@Component
public class RiskTiers {
  private static final int FEW = 1_000;
  private static final int VERY_MANY = 100_000;

  private final JdbcClient sql;
  private final JourneyLinter linter;
  private final ListEstimate lists;
  private final NamedProducts products;
  private final Novelties novelties;
  private final SensitiveEvents events;
  private final AppliedStrategies strategies;

  RiskTiers(
      JdbcClient sql,
      JourneyLinter linter,
      ListEstimate lists,
      NamedProducts products,
      Novelties novelties,
      SensitiveEvents events,
      AppliedStrategies strategies) {
    this.sql = sql;
    this.linter = linter;
    this.lists = lists;
    this.products = products;
    this.novelties = novelties;
    this.events = events;
    this.strategies = strategies;
  }

  public Risk of(Journey journey, JourneyVersion version) {
    var robots = linter.robots(version.bpmn());
    var list = lists.of(robots, journey.ownerOrg());
    var reasons = new ArrayList<>(products.in(version.bpmn(), strategies.in(robots)));
    reasons.add(ofList(list, Math.max(list.customers(), largestSoFar(journey))));
    var news = novelties.in(version.bpmn());
    addIfAny(reasons, Cause.NEW_CONTENT, RiskTier.MIDDLE, news.contents());
    addIfAny(reasons, Cause.NEW_CHANNEL, RiskTier.HIGH, news.channels());
    addIfAny(reasons, Cause.SENSITIVE_EVENT, RiskTier.HIGH, events.in(robots));
    return judged(version, reasons, list);
  }

  /** Codes of the channels a version uses. */
  public Set<String> channels(JourneyVersion version) {
    return DrawnChannels.of(linter.robots(version.bpmn()));
  }

  private static Risk judged(JourneyVersion version, List<Reason> reasons, ExpectedList list) {
    if (version.settings().purpose() == Purpose.SERVICE) {
      reasons.removeIf(reason -> reason.tier() != RiskTier.HIGH);
      reasons.add(new Reason(Cause.SERVICE_NOTICE, RiskTier.LOW, ""));
    }
    var raised = version.settings().riskTier();
    if (raised != null && raised != RiskTier.LOW) {
      reasons.add(new Reason(Cause.RAISED, raised, ""));
    }
    reasons.sort(Comparator.comparing(Reason::tier).reversed());
    return new Risk(reasons.getFirst().tier(), List.copyOf(reasons), list);
  }

  private static Reason ofList(ExpectedList list, int customers) {
    if (customers > VERY_MANY) {
      return new Reason(Cause.LIST, RiskTier.HIGH, String.valueOf(customers));
    }
    if (!list.known()) {
      return new Reason(Cause.LIST_UNKNOWN, RiskTier.MIDDLE, "");
    }
    var tier = customers > FEW ? RiskTier.MIDDLE : RiskTier.LOW;
    return new Reason(Cause.LIST, tier, String.valueOf(customers));
  }

  private static void addIfAny(
      List<Reason> reasons, Cause cause, RiskTier tier, Set<String> codes) {
    if (!codes.isEmpty()) {
      reasons.add(new Reason(cause, tier, String.join(", ", codes)));
    }
  }

  /** Of all runs the journey had, whatever today's data says. */
  private int largestSoFar(Journey journey) {
    return sql.sql(
            "select coalesce(max(a.customers), 0) from audience a join run r on r.id = a.run_id"
                + " where r.journey_id = ? and a.name = 'audience'")
        .param(journey.id())
        .query(Integer.class)
        .single();
  }
}
