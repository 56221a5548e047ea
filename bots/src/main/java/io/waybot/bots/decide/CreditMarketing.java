package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No loan or card to students, to who is overdue or was refused in the last 90 days. */
@Component
@Order(2)
class CreditMarketing implements TreatmentRule {
  private static final int REFUSAL_DAYS = 90;
  private static final Set<String> CREDIT = Set.of("CARD", "LOAN");

  @Override
  public String code() {
    return "CREDIT";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of("student", "credit_overdue", "credit_refused_on");
  }

  @Override
  public OfOffer prepare(DecisionTerms terms) {
    var refusedSince = terms.today().minusDays(REFUSAL_DAYS);
    return offer -> CREDIT.contains(offer.productClass()) ? unfit(refusedSince) : NEVER;
  }

  private static Predicate<CustomerFacts> unfit(LocalDate refusedSince) {
    return facts -> {
      var refused = facts.date("credit_refused_on");
      return facts.flag("student")
          || facts.flag("credit_overdue")
          || refused != null && refused.isAfter(refusedSince);
    };
  }
}
