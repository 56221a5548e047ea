package io.waybot.runtime.dispatch;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channels;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.dispatch.ConsentLedger;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Opt-outs and consent as people record them for a customer of their own unit. An opt-out is
 * effective when the call returns; it never asks why, and only the customer's own wish lifts it.
 */
@Service
public class OptOutService {
  private static final String EVERY = "*";
  private static final Set<String> SOURCES = Set.of("link", "app", "staff", "service_desk", "api");

  private final OptOutLedger optOuts;
  private final ConsentLedger consents;
  private final CustomerStore customers;
  private final Channels channels;
  private final OrgUnits units;
  private final AuditLog audit;
  private final CurrentUser user;
  private final Clock clock;

  OptOutService(
      OptOutLedger optOuts,
      ConsentLedger consents,
      CustomerStore customers,
      Channels channels,
      OrgUnits units,
      AuditLog audit,
      CurrentUser user,
      Clock clock) {
    this.optOuts = optOuts;
    this.consents = consents;
    this.customers = customers;
    this.channels = channels;
    this.units = units;
    this.audit = audit;
    this.user = user;
    this.clock = clock;
  }

  /** Everything one customer said about being contacted. */
  public record Wishes(List<OptOutLedger.OptOut> optOuts, List<ConsentLedger.Entry> consents) {}

  /**
   * Stops a channel, or all with {@code *}, for one customer.
   *
   * @param at when the customer said so; null is now
   * @throws ApiProblem 404 for a customer who is unknown or of another unit, 422 for an unknown
   *     channel
   */
  public void optOut(
      String customerKey, String channel, @Nullable Instant at, @Nullable String source) {
    var person =
        user.with(Role.STAFF, Role.MANAGER, Role.PLANNER, Role.APPROVER, Role.ADMIN, Role.WORLD);
    var customer = mine(customerKey);
    if (!channel.equals(EVERY) && channels.find(channel).isEmpty()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown_channel", channel);
    }
    var how = source == null || !SOURCES.contains(source) ? "api" : source;
    optOuts.record(customer.number(), channel, at == null ? clock.instant() : at, how);
    audit.append(person.login(), "optout.record", customerKey, channel + ", " + how);
  }

  /** Opens a channel again at the customer's own wish, with where that wish is kept. */
  public void lift(String customerKey, String channel, String evidence) {
    var person = user.with(Role.STAFF, Role.MANAGER, Role.ADMIN);
    var customer = mine(customerKey);
    if (optOuts.lift(customer.number(), channel) > 0) {
      audit.append(person.login(), "optout.lift", customerKey, channel + ", " + evidence);
    }
  }

  /** Records that a customer agreed to marketing or took it back. */
  public void consent(
      String customerKey, boolean granted, String source, @Nullable String textVersion) {
    var person = user.with(Role.STAFF, Role.MANAGER, Role.ADMIN);
    var customer = mine(customerKey);
    consents.record(customer.number(), granted, source, textVersion);
    audit.append(person.login(), granted ? "consent.grant" : "consent.revoke", customerKey, source);
  }

  public Wishes wishes(String customerKey) {
    user.with(Role.STAFF, Role.MANAGER, Role.PLANNER, Role.APPROVER, Role.ADMIN);
    var customer = mine(customerKey);
    return new Wishes(optOuts.of(customer.number()), consents.of(customer.number()));
  }

  private Customer mine(String customerKey) {
    var scope = user.get().scope();
    return customers
        .find(customerKey)
        .filter(c -> units.find(c.org()).filter(scope::covers).isPresent())
        .orElseThrow(ApiProblem::notFound);
  }
}
