package io.waybot.bots.lead;

import io.waybot.bots.RobotContext;
import io.waybot.bots.score.Reason;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.lead.Lead;
import io.waybot.db.lead.LeadTable;
import io.waybot.db.lead.NewLead;
import io.waybot.db.policy.ContactLedger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Drafts the leads of one step: in order of value, with manager, reasons and due date. */
@Component
class LeadDraft {
  private final CustomerStore customers;
  private final DecisionTable decisions;
  private final LeadReasons reasons;
  private final LeadTable leads;
  private final ContactLedger ledger;
  private final LeadStops stops;
  private final BusinessCalendar calendar;
  private final JsonMapper json;
  private final Clock clock;

  LeadDraft(
      CustomerStore customers,
      DecisionTable decisions,
      LeadReasons reasons,
      LeadTable leads,
      ContactLedger ledger,
      LeadStops stops,
      BusinessCalendar calendar,
      JsonMapper json,
      Clock clock) {
    this.customers = customers;
    this.decisions = decisions;
    this.reasons = reasons;
    this.leads = leads;
    this.ledger = ledger;
    this.stops = stops;
    this.calendar = calendar;
    this.json = json;
    this.clock = clock;
  }

  /** What the block asks for. */
  record Wish(
      String script, LeadAssigner.To to, int perPerson, int dueDays, Lead.IfExpired ifExpired) {}

  private record Candidate(Customer customer, @Nullable Decision decision) {
    double valueYuan() {
      return decision == null ? 0 : decision.valueYuan();
    }
  }

  /**
   * One for each customer, the most valuable first; a step delivered again drafts only the rest.
   */
  List<NewLead> of(RoaringBitmap audience, Wish wish, RobotContext context) {
    var candidates = candidates(audience, context);
    var why = reasons.of(context.runId(), audience);
    var noLonger = whoSaidNo();
    var stopped = stops.of(context.journeyId());
    var assigner =
        new LeadAssigner(
            leads.workers(),
            wish.to(),
            wish.perPerson(),
            leads.handedToday(null),
            leads.handedToday(context.journeyId()));
    var dueOn = calendar.plus(LocalDate.now(clock), wish.dueDays());
    var drafted = new ArrayList<NewLead>(candidates.size());
    for (var candidate : candidates) {
      var rule = noLonger.get(candidate.customer().number());
      rule = rule == null && stopped.test(candidate.customer()) ? "kill_switch" : rule;
      var staff = rule == null ? assigner.assign(candidate.customer()).orElse(null) : null;
      drafted.add(lead(candidate, staff, drafted.size() + 1, why, dueOn, wish, rule));
    }
    return drafted;
  }

  private List<Candidate> candidates(RoaringBitmap audience, RobotContext context) {
    var decided = new HashMap<Integer, Decision>();
    decisions.ofRun(context.runId()).forEach(d -> decided.put(d.customer(), d));
    var candidates = new ArrayList<Candidate>(audience.getCardinality());
    customers.each(
        audience,
        customer -> candidates.add(new Candidate(customer, decided.get(customer.number()))));
    candidates.sort(
        Comparator.comparingDouble(Candidate::valueYuan)
            .reversed()
            .thenComparing(candidate -> candidate.customer().key()));
    return candidates;
  }

  /** Read again here: a customer may have said no since the list was filtered. */
  private Map<Integer, String> whoSaidNo() {
    var no = new HashMap<Integer, String>();
    ledger.consents().revoked().forEach((int customer) -> no.put(customer, "consent"));
    ledger.optedOut("branch").forEach((int customer) -> no.put(customer, "opt_out"));
    return no;
  }

  private NewLead lead(
      Candidate candidate,
      @Nullable String staff,
      int priority,
      Map<Integer, List<Reason>> why,
      LocalDate dueOn,
      Wish wish,
      @Nullable String withheld) {
    var customer = candidate.customer();
    var decision = candidate.decision();
    return new NewLead(
        customer.number(),
        customer.org(),
        staff,
        decision == null ? null : decision.product(),
        decision == null ? null : decision.content(),
        wish.script(),
        priority,
        decision == null ? 0 : decision.score(),
        candidate.valueYuan(),
        json.writeValueAsString(why.getOrDefault(customer.number(), List.of())),
        dueOn,
        wish.ifExpired(),
        withheld);
  }
}
