package io.waybot.runtime.lead;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Products;
import io.waybot.db.content.Scripts;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.lead.Lead;
import io.waybot.db.lead.LeadOutcome;
import io.waybot.db.lead.LeadReport;
import io.waybot.db.lead.LeadRepository;
import io.waybot.db.lead.LeadState;
import io.waybot.db.lead.LeadTable;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What staff and managers do with leads. Staff see their own, managers those of their unit and
 * below; everybody else's lead does not exist for them.
 */
@Service
public class LeadService {
  private static final int LONGEST_PAGE = 500;
  private final LeadRepository leads;
  private final LeadTable acts;
  private final LeadQuery query;
  private final OptOutLedger optOuts;
  private final Products products;
  private final Scripts scripts;
  private final People people;
  private final OrgUnits units;
  private final AuditLog audit;
  private final CurrentUser user;
  private final Clock clock;
  private final TransactionTemplate transaction;

  LeadService(
      LeadRepository leads,
      LeadTable acts,
      LeadQuery query,
      OptOutLedger optOuts,
      Products products,
      Scripts scripts,
      People people,
      OrgUnits units,
      AuditLog audit,
      CurrentUser user,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.leads = leads;
    this.acts = acts;
    this.query = query;
    this.optOuts = optOuts;
    this.products = products;
    this.scripts = scripts;
    this.people = people;
    this.units = units;
    this.audit = audit;
    this.user = user;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** One lead with what may be said. */
  public record LeadDetail(LeadRow lead, Scripts.@Nullable Script script) {}

  /** A page of the leads the signed-in person may see, open ones first, by priority. */
  public List<LeadRow> page(@Nullable LeadState state, int offset, int limit) {
    var mine = visibleTo(user.with(Role.STAFF, Role.MANAGER));
    var wanted = state == null ? mine : mine.and("l.state = ?", state.name());
    return query.rows(wanted, offset, Math.clamp(limit, 1, LONGEST_PAGE));
  }

  /**
   * @throws ApiProblem 404 if there is no such lead within reach
   */
  public LeadDetail get(UUID id) {
    var mine = visibleTo(user.with(Role.STAFF, Role.MANAGER));
    var row =
        query.rows(mine.and("l.id = ?", id), 0, 1).stream()
            .findFirst()
            .orElseThrow(ApiProblem::notFound);
    return new LeadDetail(
        row, Optional.ofNullable(row.script()).flatMap(scripts::find).orElse(null));
  }

  /**
   * Records what came of a lead. DO_NOT_CONTACT stops all marketing before this returns.
   *
   * @throws ApiProblem 404 out of reach, 409 lead_closed, 422 recording_required or
   *     call_again_date_required
   */
  public void record(UUID id, LeadReport report) {
    var who = user.with(Role.STAFF, Role.MANAGER);
    var seen = find(id, who);
    refuseIncomplete(seen, report);
    if (report.outcome() == LeadOutcome.DO_NOT_CONTACT) {
      optOuts.record(seen.customer(), "*", clock.instant(), "staff");
    }
    transaction.executeWithoutResult(status -> {
      var lead = find(id, who);
      refuseClosed(lead);
      lead.record(report, clock.instant());
      leads.saveAndFlush(lead);
      acts.act(id, who.login(), "outcome", report.outcome().name(), clock.instant());
      audit.append(who.login(), "lead.outcome", id.toString(), report.outcome().name());
    });
  }

  /**
   * Gives leads to a relationship manager of the manager's own unit or below.
   *
   * @throws ApiProblem 404 if a lead or the person is out of reach, 409 lead_closed
   */
  public void reassign(List<UUID> ids, String staff) {
    var who = user.with(Role.MANAGER);
    var receiver =
        people
            .find(staff)
            .filter(person -> person.active() && person.leadsPerDay() > 0)
            .filter(person -> who.scope().covers(units.get(person.orgCode())))
            .orElseThrow(ApiProblem::notFound);
    transaction.executeWithoutResult(status -> {
      for (var id : ids) {
        var lead = find(id, who);
        refuseClosed(lead);
        lead.reassign(receiver.login(), receiver.orgCode());
        leads.saveAndFlush(lead);
        acts.act(id, who.login(), "reassigned", receiver.login(), clock.instant());
        audit.append(who.login(), "lead.reassign", id.toString(), receiver.login());
      }
    });
  }

  private Lead find(UUID id, SignedIn who) {
    return leads
        .findById(id)
        .filter(lead ->
            who.login().equals(lead.staffLogin())
                || who.is(Role.MANAGER) && who.scope().covers(units.get(lead.orgCode())))
        .orElseThrow(ApiProblem::notFound);
  }

  private static LeadQuery.Condition visibleTo(SignedIn who) {
    return who.is(Role.MANAGER)
        ? new LeadQuery.Condition("o.path like ?", List.of(who.scope().like()))
        : new LeadQuery.Condition("l.staff_login = ?", List.of(who.login()));
  }

  private static void refuseClosed(Lead lead) {
    if (lead.state() != LeadState.OPEN) {
      throw new ApiProblem(HttpStatus.CONFLICT, "lead_closed");
    }
  }

  private void refuseIncomplete(Lead lead, LeadReport report) {
    refuseClosed(lead);
    if (report.outcome() == LeadOutcome.CALL_AGAIN && report.callAgainOn() == null) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "call_again_date_required");
    }
    var product = lead.productCode();
    boolean recorded =
        product != null && products.find(product).filter(p -> p.recordedSale()).isPresent();
    if (recorded
        && report.outcome() == LeadOutcome.BOUGHT
        && (report.recordingNo() == null || report.recordingNo().isBlank())) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "recording_required");
    }
  }
}
