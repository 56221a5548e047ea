package io.waybot.runtime.journey.approval;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.ApprovalRule;
import io.waybot.db.journey.ApprovalRules;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bank's approval matrix as administrators keep it. */
@Component
public class ApprovalRuleService {
  private final ApprovalRules rules;
  private final People people;
  private final AuditLog audit;
  private final CurrentUser user;

  ApprovalRuleService(ApprovalRules rules, People people, AuditLog audit, CurrentUser user) {
    this.rules = rules;
    this.people = people;
    this.audit = audit;
    this.user = user;
  }

  public List<ApprovalRule> all() {
    user.with(Role.APPROVER, Role.PLANNER, Role.ADMIN);
    return rules.all();
  }

  /** Who has the duty of a signature, by login. */
  public List<String> signers(Approval.Step step) {
    return people.all().stream()
        .filter(person -> person.active() && person.is(Role.APPROVER))
        .filter(person -> step.name().equals(person.duty()))
        .map(Person::login)
        .toList();
  }

  /**
   * Adds or replaces a row; versions already submitted keep the signatures they were asked for.
   *
   * @throws ApiProblem 422 {@code nobody_signs} if nobody has the duty
   */
  @Transactional
  public void save(ApprovalRule rule) {
    var by = user.with(Role.ADMIN);
    if (signers(rule.step()).isEmpty()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "nobody_signs");
    }
    rules.save(rule);
    audit.append(by.login(), "approval-rule.save", rule.step().name(), describe(rule));
  }

  @Transactional
  public void remove(UUID id) {
    var by = user.with(Role.ADMIN);
    var rule = rules.find(id).orElseThrow(ApiProblem::notFound);
    rules.remove(id);
    audit.append(by.login(), "approval-rule.remove", rule.step().name(), describe(rule));
  }

  private static String describe(ApprovalRule rule) {
    return "stage %d, from %s, from %d customers, channel %s, purpose %s, unit %s, %d hours"
        .formatted(
            rule.stage(),
            rule.tier(),
            rule.customers(),
            rule.channel(),
            rule.purpose(),
            rule.ownerOrg(),
            rule.dueHours());
  }
}
