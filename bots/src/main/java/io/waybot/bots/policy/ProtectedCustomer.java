package io.waybot.bots.policy;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Staff, deceased, frozen, fraud-flagged customers and children under 14 get nothing. */
@Component
class ProtectedCustomer implements PolicyRule {
  private static final int CHILD_UNDER = 14;

  @Override
  public String code() {
    return "PROTECTED";
  }

  @Override
  public List<String> columns() {
    return List.of("protected_reason", "age");
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    return facts -> {
      var reason = facts.text("protected_reason");
      return reason != null && !reason.isBlank() || facts.decimal("age") < CHILD_UNDER;
    };
  }
}
