package io.waybot.runtime.dispatch;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channels;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.dispatch.StopOrders.Scope;
import io.waybot.db.dispatch.StopOrders.StopOrder;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kill switch as people use it: one person stops, within a second on every node; two people let
 * it go on, and what waited is judged anew. What waits past its deadline is withheld as STOPPED.
 */
@Service
public class StopService {
  private static final String EVERYTHING = "*";

  private final StopOrders stops;
  private final Channels channels;
  private final OrgUnits units;
  private final JdbcClient sql;
  private final AuditLog audit;
  private final CurrentUser user;

  StopService(
      StopOrders stops,
      Channels channels,
      OrgUnits units,
      JdbcClient sql,
      AuditLog audit,
      CurrentUser user) {
    this.stops = stops;
    this.channels = channels;
    this.units = units;
    this.sql = sql;
    this.audit = audit;
    this.user = user;
  }

  /** Orders in force: everybody sees them. */
  public List<StopOrder> active() {
    return stops.active();
  }

  /** How many waiting sends an order of this kind would stop. */
  public int wouldStop(Scope scope, String target) {
    mayStop();
    return stops.waiting(scope, resolved(scope, target));
  }

  /**
   * Stops at once.
   *
   * @param target a channel's code, a journey's key, a unit's code; ignored for everything
   * @throws ApiProblem 422 if there is no such channel, journey or unit, or no reason is given
   */
  @Transactional
  public UUID stop(Scope scope, String target, String reason) {
    var person = mayStop();
    if (reason.isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "reason_missing");
    }
    var id = stops.order(scope, resolved(scope, target), reason, person.login());
    audit.append(person.login(), "stop.order", scope + ":" + target, reason);
    return id;
  }

  /**
   * The first person asks for the release, a second one gives it.
   *
   * @return true when sends go on, false when a second person is still needed
   * @throws ApiProblem 409 if the person who asked tries to agree too
   */
  @Transactional
  public boolean release(UUID id) {
    var person = mayStop();
    var order = stops.find(id).orElseThrow(ApiProblem::notFound);
    if (order.releaseAskedBy() == null) {
      stops.askRelease(id, person.login());
      audit.append(person.login(), "stop.ask-release", id.toString(), order.reason());
      return false;
    }
    if (!stops.release(id, person.login())) {
      throw new ApiProblem(HttpStatus.CONFLICT, "second_person_required");
    }
    audit.append(person.login(), "stop.release", id.toString(), order.reason());
    return true;
  }

  private SignedIn mayStop() {
    var person = user.with(Role.APPROVER, Role.ADMIN, Role.MANAGER);
    boolean headOffice = person.unit().parentCode() == null;
    if (!person.isAny(Role.APPROVER, Role.ADMIN) && !headOffice) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    return person;
  }

  private String resolved(Scope scope, String target) {
    var known =
        switch (scope) {
          case ALL -> java.util.Optional.of(EVERYTHING);
          case CHANNEL -> channels.find(target).map(channel -> channel.code());
          case BRANCH -> units.find(target).map(unit -> unit.code());
          case JOURNEY ->
              sql.sql("select id from journey where journey_key = ? or cast(id as varchar) = ?")
                  .params(target, target)
                  .query(UUID.class)
                  .optional()
                  .map(UUID::toString);
        };
    return known.orElseThrow(
        () -> new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "nothing_to_stop", target));
  }
}
