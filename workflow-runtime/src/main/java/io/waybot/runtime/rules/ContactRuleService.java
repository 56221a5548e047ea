package io.waybot.runtime.rules;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.policy.ContactRule;
import io.waybot.db.policy.ContactRules;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bank's contact rules: everybody who plans reads them, administrators make them stricter. */
@Service
public class ContactRuleService {
  private final ContactRules rules;
  private final AuditLog audit;
  private final CurrentUser user;

  ContactRuleService(ContactRules rules, AuditLog audit, CurrentUser user) {
    this.rules = rules;
    this.audit = audit;
    this.user = user;
  }

  /** In the order they apply; the first that hits is the recorded reason. */
  public List<ContactRule> inOrder() {
    return rules.inOrder();
  }

  /**
   * Changes parameters for every journey from the next run on.
   *
   * @throws ApiProblem 422 {@code rule_looser} if one would be looser than the bank allows itself
   */
  @Transactional
  public void tighten(String code, Map<String, Integer> parameters) {
    var person = user.with(Role.ADMIN);
    try {
      rules.tighten(code, parameters);
    } catch (IllegalArgumentException looser) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "rule_looser");
    }
    audit.append(person.login(), "rule.tighten", code, parameters.toString());
  }
}
