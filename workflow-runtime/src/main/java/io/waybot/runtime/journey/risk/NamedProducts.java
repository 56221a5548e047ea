package io.waybot.runtime.journey.risk;

import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.strategy.Strategy;
import io.waybot.runtime.journey.risk.Risk.Cause;
import io.waybot.runtime.journey.risk.Risk.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How risky the products are that a drawing names anywhere, by their code or a content's. */
@Component
class NamedProducts {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,31}");
  private static final Set<String> CREDIT = Set.of("CARD", "LOAN");
  private static final int BALANCED = 3; // R3

  private final JdbcClient sql;

  NamedProducts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param strategies that the drawing applies
   */
  List<Reason> in(String bpmn, List<Strategy> strategies) {
    var words = WORD.matcher(bpmn).results().map(MatchResult::group).collect(Collectors.toSet());
    strategies.stream()
        .flatMap(strategy -> Stream.of(strategy.content(), String.valueOf(strategy.product())))
        .forEach(words::add);
    var reasons = new ArrayList<Reason>();
    for (var product : products()) {
      if (words.contains(product.code) || words.contains(product.content)) {
        product.reason().ifPresent(reasons::add);
      }
    }
    return reasons.stream().distinct().toList();
  }

  private List<Named> products() {
    return sql.sql(
            "select p.code, coalesce(c.code, p.code), p.product_class, coalesce(p.risk_level, 0)"
                + " from product p left join content c on c.product_code = p.code order by p.code")
        .query((row, i) ->
            new Named(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
        .list();
  }

  private record Named(String code, String content, String productClass, int riskLevel) {
    java.util.Optional<Reason> reason() {
      if (CREDIT.contains(productClass)) {
        return java.util.Optional.of(new Reason(Cause.CREDIT, RiskTier.HIGH, code));
      }
      if (riskLevel >= BALANCED) {
        return java.util.Optional.of(new Reason(Cause.PRODUCT, RiskTier.HIGH, code));
      }
      return riskLevel == 1 || productClass.equals("DEPOSIT") || productClass.equals("SERVICE")
          ? java.util.Optional.empty()
          : java.util.Optional.of(new Reason(Cause.PRODUCT, RiskTier.MIDDLE, code));
    }
  }
}
