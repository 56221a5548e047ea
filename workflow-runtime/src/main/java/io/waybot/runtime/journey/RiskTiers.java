package io.waybot.runtime.journey;

import io.waybot.db.journey.Approval.Step;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.journey.JourneyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much is at stake, and who therefore signs. Computed from the products named in the drawing
 * and from the largest list the journey has had so far; planners may raise it, never lower it.
 */
@Component
class RiskTiers {
  private static final int MANY = 1_000;
  private static final int VERY_MANY = 100_000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,31}");

  private final JdbcClient sql;

  RiskTiers(JdbcClient sql) {
    this.sql = sql;
  }

  RiskTier of(JourneyVersion version) {
    var tier = version.settings().riskTier();
    tier = higher(tier == null ? RiskTier.LOW : tier, byAudience(version.journeyId()));
    return higher(tier, byProducts(version.bpmn()));
  }

  /** Business owner always; consumer protection and compliance beside them above the low tier. */
  List<Step> signatures(JourneyVersion version) {
    return of(version) == RiskTier.LOW
        ? List.of(Step.BUSINESS)
        : List.of(Step.BUSINESS, Step.COMPLIANCE);
  }

  private RiskTier byAudience(UUID journeyId) {
    int largest =
        sql.sql(
                "select coalesce(max(a.customers), 0) from audience a join run r on r.id = a.run_id"
                    + " where r.journey_id = ? and a.name = 'audience'")
            .param(journeyId)
            .query(Integer.class)
            .single();
    return largest > VERY_MANY ? RiskTier.HIGH : largest > MANY ? RiskTier.MIDDLE : RiskTier.LOW;
  }

  private RiskTier byProducts(String bpmn) {
    var named =
        new ArrayList<String>(WORD.matcher(bpmn).results().map(m -> m.group()).distinct().toList());
    var tier = RiskTier.LOW;
    for (var product : products()) {
      if (named.contains(product.code()) || named.contains(product.content())) {
        tier = higher(tier, product.tier());
      }
    }
    return tier;
  }

  private List<Offered> products() {
    return sql.sql(
            "select p.code, coalesce(c.code, p.code), p.product_class, coalesce(p.risk_level, 0)"
                + " from product p left join content c on c.product_code = p.code")
        .query((row, i) ->
            new Offered(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
        .list();
  }

  private record Offered(String code, String content, String productClass, int riskLevel) {
    RiskTier tier() {
      if (riskLevel >= 3 || productClass.equals("CARD") || productClass.equals("LOAN")) {
        return RiskTier.HIGH;
      }
      return riskLevel == 2 || productClass.equals("INSURANCE") ? RiskTier.MIDDLE : RiskTier.LOW;
    }
  }

  private static RiskTier higher(RiskTier one, RiskTier other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
