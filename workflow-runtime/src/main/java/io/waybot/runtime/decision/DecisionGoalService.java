package io.waybot.runtime.decision;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.decision.DecisionGoals;
import io.waybot.db.decision.ProductConflict;
import io.waybot.db.decision.ProductGoal;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank asks of every decision, over all journeys. Whoever plans may read it; business
 * owners and administrators of the head office set it, because it takes from one journey what it
 * gives to another.
 */
@Service
public class DecisionGoalService {
  private static final int MOST_DAYS = 400;
  private final DecisionGoals goals;
  private final Products products;
  private final AuditLog audit;
  private final CurrentUser user;

  DecisionGoalService(DecisionGoals goals, Products products, AuditLog audit, CurrentUser user) {
    this.goals = goals;
    this.products = products;
    this.audit = audit;
    this.user = user;
  }

  public List<ProductGoal> goals() {
    return goals.goals();
  }

  public List<ProductConflict> conflicts() {
    return goals.conflicts();
  }

  /** Whether a household gets one content at most. */
  public boolean households() {
    return goals.households();
  }

  /** What is on sale. */
  public List<Product> products() {
    return products.all().stream().filter(Product::active).toList();
  }

  public boolean mayChange() {
    return atHeadOffice(user.get()) && user.get().isAny(Role.APPROVER, Role.ADMIN);
  }

  /**
   * Sets a product's goal from the next window on.
   *
   * @throws ApiProblem 422 {@code goal_wrong} if the numbers or dates contradict each other
   */
  @Transactional
  public void save(ProductGoal goal) {
    var person = allowed();
    boolean dates =
        goal.validFrom() == null
            || goal.validUntil() == null
            || !goal.validUntil().isBefore(goal.validFrom());
    boolean numbers =
        goal.minimum() >= 0
            && (goal.maximum() == null || goal.maximum() >= goal.minimum())
            && goal.penaltyYuan().signum() >= 0;
    if (!dates || !numbers || products.find(goal.product()).isEmpty()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "goal_wrong");
    }
    goals.save(goal);
    audit.append(
        person.login(),
        "goal.save",
        goal.product(),
        goal.minimum() + " to " + goal.maximum() + ", at most " + goal.penaltyYuan() + " yuan");
  }

  @Transactional
  public void removeGoal(String product) {
    var person = allowed();
    goals.remove(product);
    audit.append(person.login(), "goal.remove", product, null);
  }

  /**
   * @throws ApiProblem 422 {@code conflict_wrong} for one product twice, or days out of range
   */
  @Transactional
  public void save(ProductConflict conflict) {
    var person = allowed();
    if (conflict.product().equals(conflict.other())
        || conflict.days() < 1
        || conflict.days() > MOST_DAYS
        || products.find(conflict.product()).isEmpty()
        || products.find(conflict.other()).isEmpty()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "conflict_wrong", MOST_DAYS);
    }
    goals.save(conflict);
    audit.append(person.login(), "conflict.save", pair(conflict), conflict.days() + " days");
  }

  @Transactional
  public void remove(ProductConflict conflict) {
    var person = allowed();
    goals.remove(conflict.product(), conflict.other());
    audit.append(person.login(), "conflict.remove", pair(conflict), null);
  }

  @Transactional
  public void households(boolean one) {
    var person = allowed();
    goals.households(one, person.login());
    audit.append(person.login(), "household.save", "household", one ? "one content" : "no limit");
  }

  private static String pair(ProductConflict conflict) {
    return conflict.product() + " " + conflict.other();
  }

  private SignedIn allowed() {
    var person = user.with(Role.APPROVER, Role.ADMIN);
    if (!atHeadOffice(person)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "head_office_only");
    }
    return person;
  }

  private static boolean atHeadOffice(SignedIn person) {
    return person.unit().parentCode() == null;
  }
}
