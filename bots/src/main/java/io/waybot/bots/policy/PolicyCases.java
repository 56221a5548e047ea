package io.waybot.bots.policy;

import io.waybot.bots.RobotContext;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.policy.ContactRule;
import io.waybot.db.policy.ContactRules;
import io.waybot.db.strategy.Strategy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts together who asks, when and for what, from the block's fields and the journey's settings.
 */
@Component
class PolicyCases {
  private static final int FOR_EVER = 100 * 365;

  private final SettingsReader settings;
  private final ContactRules rules;
  private final JdbcClient sql;
  private final Clock clock;

  PolicyCases(SettingsReader settings, ContactRules rules, JdbcClient sql, Clock clock) {
    this.settings = settings;
    this.rules = rules;
    this.sql = sql;
    this.clock = clock;
  }

  PolicyCase of(FilterByPolicyRobot.Input input, RobotContext context) {
    var journey = settings.of(context.journeyVersionId());
    return of(
        input,
        context,
        purpose(journey),
        channels(input.channels()),
        products(input.products(), journey));
  }

  /** The case of one strategy: its own purpose and product, and no address where none is needed. */
  PolicyCase of(FilterByPolicyRobot.Input input, RobotContext context, Strategy strategy) {
    return of(
        input,
        context,
        Purpose.valueOf(strategy.purpose()),
        Reachability.needsAddress(strategy.channel())
            ? channels(input.channels())
            : Set.of(strategy.channel()),
        strategy.product() == null ? List.of() : List.of(strategy.product()));
  }

  private PolicyCase of(
      FilterByPolicyRobot.Input input,
      RobotContext context,
      Purpose purpose,
      Set<String> channels,
      List<String> products) {
    var journey = settings.of(context.journeyVersionId());
    var byCode =
        rules.inOrder().stream().collect(Collectors.toMap(ContactRule::code, Function.identity()));
    var bankReentry = rule(byCode.get("REENTRY"), "REENTRY").parameter("days");
    return new PolicyCase(
        context.journeyId(),
        context.businessDate(),
        LocalDate.now(clock),
        clock.getZone(),
        purpose,
        channels,
        kin(products),
        caps(rule(byCode.get("CAP"), "CAP"), input),
        reentryDays(journey.reentryDays(), bankReentry),
        byCode);
  }

  private static ContactRule rule(@Nullable ContactRule found, String code) {
    if (found == null) {
      throw new IllegalStateException("contact rule " + code + " is missing or switched off");
    }
    return found;
  }

  private Set<String> channels(@Nullable String wanted) {
    var named = Codes.in(wanted);
    return named.isEmpty()
        ? sql.sql("select code from channel where connected").query(String.class).list().stream()
            .filter(Reachability::needsAddress)
            .collect(Collectors.toSet())
        : Set.copyOf(named);
  }

  private static Purpose purpose(JourneySettings journey) {
    var purpose = journey.purpose();
    return purpose == null ? Purpose.MARKETING : purpose;
  }

  private static int reentryDays(@Nullable Integer journey, int bank) {
    if (journey == null) {
      return bank;
    }
    return journey < 0 ? FOR_EVER : Math.max(bank, journey);
  }

  private static List<String> products(@Nullable String wanted, JourneySettings journey) {
    var named = Codes.in(wanted);
    if (!named.isEmpty()) {
      return named;
    }
    var goal = journey.goal();
    return goal == null ? List.of() : goal.products();
  }

  /** All products of the same classes. */
  private Set<String> kin(List<String> products) {
    return products.stream()
        .flatMap(code ->
            sql
                .sql(
                    "select kin.code from product kin join product p on p.product_class ="
                        + " kin.product_class where p.code = ?")
                .param(code)
                .query(String.class)
                .list()
                .stream())
        .collect(Collectors.toSet());
  }

  private static List<PolicyCase.Cap> caps(ContactRule bank, FilterByPolicyRobot.Input input) {
    var caps = new ArrayList<PolicyCase.Cap>();
    caps.add(new PolicyCase.Cap(bank.parameter("contacts"), bank.parameter("days")));
    if (input.atMost() != null) {
      int days = input.perDays() == null ? bank.parameter("days") : input.perDays();
      caps.add(new PolicyCase.Cap(input.atMost(), days));
    }
    return caps;
  }
}
