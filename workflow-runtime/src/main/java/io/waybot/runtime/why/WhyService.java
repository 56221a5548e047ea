package io.waybot.runtime.why;

import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.why.WhyView.Fate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers "why did this customer (not) get it?" by membership tests in the run's sets. Branches may
 * not ask: the answer says who is control.
 */
@Service
public class WhyService {
  private static final String NOT_CHOSEN = "notChosen";
  private final CustomerTrail trail;
  private final CandidateFates candidates;
  private final DecisionTable decisions;
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final OrgUnits units;
  private final CurrentUser user;

  WhyService(
      CustomerTrail trail,
      CandidateFates candidates,
      DecisionTable decisions,
      AudienceStore audiences,
      CustomerStore customers,
      OrgUnits units,
      CurrentUser user) {
    this.trail = trail;
    this.candidates = candidates;
    this.decisions = decisions;
    this.audiences = audiences;
    this.customers = customers;
    this.units = units;
    this.user = user;
  }

  /**
   * @param key the bank's customer number
   * @throws ApiProblem 404 if run or customer is unknown or out of reach
   */
  public WhyView of(UUID runId, String key) {
    var reader = user.with(Role.PLANNER, Role.APPROVER, Role.ANALYST, Role.ADMIN);
    var scope = reader.scope();
    var run =
        trail
            .run(runId)
            .filter(found -> found.ownerPath().startsWith(scope.path()))
            .orElseThrow(ApiProblem::notFound);
    var customer =
        customers
            .find(key)
            .filter(found -> units.find(found.org()).filter(scope::covers).isPresent())
            .orElseThrow(ApiProblem::notFound);
    var windows = candidates.decided(runId);
    var chosen =
        windows.stream()
            .flatMap(window -> decisions.of(window.id(), customer.number()).stream())
            .filter(decision -> decision.runId().equals(runId))
            .findFirst()
            .orElse(null);
    var sent = trail.dispatches(run.scopeRunId(), customer.number());
    var lead = trail.lead(run.scopeRunId(), customer.number());
    var ending = ending(runId, customer, chosen, !sent.isEmpty() || lead != null);
    var view =
        new WhyView(
            customer.key(),
            ending.fate(),
            ending.fate() == Fate.REMOVED ? ending.code() : null,
            ending.elementId(),
            ending.fate() == Fate.NOT_CHOSEN ? ending.code() : null,
            chosen == null
                ? null
                : new WhyView.Chosen(
                    CandidateFates.name(chosen.product(), chosen.content()),
                    chosen.channel(),
                    chosen.valueYuan(),
                    chosen.priceYuan()),
            windows.stream().flatMap(w -> candidates.of(w, customer).stream()).toList(),
            sent,
            lead,
            trail.conversions(customer.number(), run.startedAt()));
    return reader.isAny(Role.PLANNER, Role.APPROVER, Role.ANALYST) ? view : view.withoutArm();
  }

  private record Ending(Fate fate, @Nullable String code, @Nullable String elementId) {
    static Ending at(Fate fate, Audience set) {
      return new Ending(fate, set.ruleCode(), set.elementId());
    }
  }

  /** What happened last decides: a later wave's rules do not undo that somebody was chosen. */
  private Ending ending(
      UUID runId, Customer customer, @Nullable Decision chosen, boolean contacted) {
    if (chosen != null) {
      return new Ending(Fate.CHOSEN, null, chosen.elementId());
    }
    var sets = audiences.ofRun(runId);
    return first(sets, customer, set -> set.name().equals("control"))
        .map(set -> Ending.at(Fate.CONTROL, set))
        .or(() ->
            first(sets, customer, set -> set.name().equals(NOT_CHOSEN) && set.ruleCode() != null)
                .map(set -> Ending.at(Fate.NOT_CHOSEN, set)))
        .or(() -> contacted ? Optional.of(new Ending(Fate.CHOSEN, null, null)) : Optional.empty())
        .or(() ->
            first(sets, customer, set -> !set.name().equals(NOT_CHOSEN) && set.ruleCode() != null)
                .map(set -> Ending.at(Fate.REMOVED, set)))
        .or(() ->
            first(sets, customer, set -> set.ruleCode() == null)
                .map(set -> Ending.at(Fate.NOT_CHOSEN, set)))
        .orElse(new Ending(Fate.NOT_IN_AUDIENCE, null, null));
  }

  private Optional<Audience> first(
      List<Audience> sets, Customer customer, Predicate<Audience> which) {
    return sets.stream()
        .filter(which)
        .filter(set -> audiences.contains(set.id(), customer.number()))
        .findFirst();
  }
}
