package io.waybot.runtime.rehearsal;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.run.RunKind;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.lint.JourneyLinter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Shows one customer's way through a run or a rehearsal. Only for those who may know who is in the
 * control group.
 */
@Service
public class CustomerWays {
  private static final int LOOKED_AT = 200;

  private final CustomerMarks marks;
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final OrgUnits units;
  private final JourneyLinter linter;
  private final CurrentUser user;
  private final JdbcClient sql;

  CustomerWays(
      CustomerMarks marks,
      AudienceStore audiences,
      CustomerStore customers,
      OrgUnits units,
      JourneyLinter linter,
      CurrentUser user,
      JdbcClient sql) {
    this.marks = marks;
    this.audiences = audiences;
    this.customers = customers;
    this.units = units;
    this.linter = linter;
    this.user = user;
    this.sql = sql;
  }

  private record Walked(UUID scopeRun, String bpmn, boolean rehearsal) {}

  /**
   * @param key the bank's customer number
   * @throws ApiProblem 404 if run or customer is unknown or out of reach
   */
  public CustomerWay of(UUID run, String key) {
    var scope = user.with(Role.PLANNER, Role.APPROVER, Role.ANALYST).scope();
    var walked =
        sql.sql(
                "select r.scope_run_id, v.bpmn, r.kind from run r join journey_version v on v.id ="
                    + " r.journey_version_id join journey j on j.id = r.journey_id join org_unit o"
                    + " on o.code = j.owner_org where r.id = ? and o.path like ?")
            .params(run, scope.like())
            .query((row, i) ->
                new Walked(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3).equals(RunKind.REHEARSAL.name())))
            .optional()
            .orElseThrow(ApiProblem::notFound);
    var customer =
        customers
            .find(key)
            .filter(found -> units.find(found.org()).filter(scope::covers).isPresent())
            .orElseThrow(ApiProblem::notFound);
    var ways = linter.ways(walked.bpmn());
    var found =
        new WayFinder(
            ways,
            marks.of(run, walked.scopeRun(), customer.number()),
            walked.rehearsal() ? ways.behindWaits() : Set.of());
    return new CustomerWay(run, customer.key(), found.stops(), found.lines());
  }

  /**
   * Some customer within the reader's reach, one that was chosen if there is any, so that nobody
   * needs to know a number to look around.
   */
  public Optional<String> anybody(UUID run) {
    var scope = user.with(Role.PLANNER, Role.APPROVER, Role.ANALYST).scope();
    return Stream.concat(Stream.of(chosen(run)), lists(run))
        .flatMap(list -> customers.page(list, 0, LOOKED_AT).stream())
        .filter(customer -> units.find(customer.org()).filter(scope::covers).isPresent())
        .map(Customer::key)
        .findFirst();
  }

  private RoaringBitmap chosen(UUID run) {
    var chosen = new RoaringBitmap();
    sql.sql("select customer from decision where run_id = ? order by customer limit ?")
        .params(run, LOOKED_AT)
        .query(Integer.class)
        .list()
        .forEach(chosen::add);
    return chosen;
  }

  private Stream<RoaringBitmap> lists(UUID run) {
    return audiences.ofRun(run).stream()
        .filter(set -> set.name().equals("audience") && set.ruleCode() == null)
        .map(set -> audiences.load(set.id()));
  }
}
