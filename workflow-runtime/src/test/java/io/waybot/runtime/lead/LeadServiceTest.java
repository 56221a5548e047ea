package io.waybot.runtime.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.lead.Lead;
import io.waybot.db.lead.LeadOutcome;
import io.waybot.db.lead.LeadReport;
import io.waybot.db.lead.LeadState;
import io.waybot.db.lead.LeadTable;
import io.waybot.db.lead.NewLead;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadServiceTest {
  private static final Timestamp AFTER = Timestamp.from(Instant.parse("2026-11-20T02:00:00Z"));
  private BranchUnderTest bank;
  private LeadService leads;

  @AfterEach
  void close() {
    bank.close();
  }

  @ParameterizedTest
  @EnumSource
  void showsEachTheirOwnAndNobodyTheNeighboursLeads(TestDatabase kind) {
    open(kind);

    assertThat(seenBy("staff")).containsExactly("C1", "C2");
    assertThat(seenBy("rm1101b")).isEmpty();
    assertThat(seenBy("staff2")).containsExactly("C4");
    assertThat(seenBy("manager")).containsExactly("C1", "C2", "C3");
    assertThat(seenBy("manager3")).containsExactly("C1", "C2", "C3", "C4");
    var neighbours = one("staff2", "C4");
    bank.signIn("staff");
    assertThatThrownBy(() -> leads.get(neighbours.id()))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.status().value()).isEqualTo(404));
    assertThatThrownBy(() -> leads.record(neighbours.id(), report(LeadOutcome.BOUGHT)))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.status().value()).isEqualTo(404));
    bank.signIn("planner");
    assertThatThrownBy(() -> leads.page(null, 0, 10)).isInstanceOf(ApiProblem.class);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void showsNamesAndPhonesMasked(TestDatabase kind) {
    open(kind);

    var lead = one("staff", "C1");

    assertThat(lead.nameZh()).isEqualTo("高*");
    assertThat(lead.phone()).isEqualTo("100****1234");
    assertThat(lead.reasons()).extracting("zh").containsExactly("近期浏览存款8次");
    bank.signIn("staff");
    assertThat(leads.get(lead.id()).script()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void recordsAnOutcomeOnceAndKeepsATrace(TestDatabase kind) {
    open(kind);
    var lead = one("staff", "C1");

    leads.record(lead.id(), report(LeadOutcome.INTERESTED));

    assertThat(leads.get(lead.id()).lead().state()).isEqualTo(LeadState.DONE);
    assertThatThrownBy(() -> leads.record(lead.id(), report(LeadOutcome.BOUGHT)))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("lead_closed"));
    assertThat(bank.count("select count(*) from lead_act where act = 'outcome'")).isEqualTo(1);
    assertThat(bank.count("select count(*) from audit_entry where act = 'lead.outcome'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void keepsALeadOpenUntilTheAgreedDay(TestDatabase kind) {
    open(kind);
    var lead = one("staff", "C1");
    var monday = LocalDate.of(2026, 11, 30);

    assertThatThrownBy(() -> leads.record(lead.id(), report(LeadOutcome.CALL_AGAIN)))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("call_again_date_required"));
    leads.record(lead.id(), new LeadReport(LeadOutcome.CALL_AGAIN, "later", monday, null));

    var after = leads.get(lead.id()).lead();
    assertThat(after.state()).isEqualTo(LeadState.OPEN);
    assertThat(after.dueOn()).isEqualTo(monday);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void asksForTheRecordingOfAWealthSale(TestDatabase kind) {
    open(kind);
    var wealth = one("staff", "C2");

    assertThatThrownBy(() -> leads.record(wealth.id(), report(LeadOutcome.BOUGHT)))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("recording_required"));
    leads.record(wealth.id(), new LeadReport(LeadOutcome.BOUGHT, null, null, "SL-1"));

    assertThat(leads.get(wealth.id()).lead().state()).isEqualTo(LeadState.DONE);
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void stopsAllMarketingWhenTheCustomerWantsNoMore(TestDatabase kind) {
    open(kind);
    var lead = one("staff", "C1");

    leads.record(lead.id(), report(LeadOutcome.DO_NOT_CONTACT));

    assertThat(
            bank.count(
                "select count(*) from opt_out where customer = 1 and channel = '*' and source ="
                    + " 'staff'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void letsAManagerHandALeadOnWithinTheirUnitOnly(TestDatabase kind) {
    open(kind);
    var lead = one("staff", "C1");

    bank.signIn("manager");
    leads.reassign(List.of(lead.id()), "rm1101b");
    assertThatThrownBy(() -> leads.reassign(List.of(lead.id()), "staff2"))
        .isInstanceOf(ApiProblem.class);

    assertThat(seenBy("rm1101b")).containsExactly("C1");
  }

  @ParameterizedTest
  @EnumSource
  void addsUpOnEveryLevelOfTheTeamBoard(TestDatabase kind) {
    open(kind);
    var team = bank.bean(TeamService.class);

    bank.signIn("manager3");
    var bankwide = team.board();
    bank.signIn("manager");
    var branch = team.board();

    assertThat(bankwide.addsUp()).isTrue();
    assertThat(bankwide.total().open()).isEqualTo(4);
    assertThat(bankwide.rows()).extracting(TeamBoard.Row::open).containsExactly(2, 1, 1);
    assertThat(branch.addsUp()).isTrue();
    assertThat(branch.rows())
        .extracting(TeamBoard.Row::code)
        .containsExactly("rm1101b", "staff", null);
    assertThatThrownBy(() -> team.board("1301")).isInstanceOf(ApiProblem.class);
  }

  @ParameterizedTest
  @EnumSource
  void givesAForgottenLeadBackOnceAndThenEndsIt(TestDatabase kind) {
    open(kind);
    bank.sql("update lead set due_on = '2026-11-19'");
    var expiry = bank.bean(LeadExpiry.class);

    expiry.sweep();

    assertThat(bank.count("select count(*) from lead where state = 'OPEN' and staff_login is null"))
        .isEqualTo(3);
    assertThat(bank.count("select count(*) from lead where state = 'EXPIRED'")).isEqualTo(1);
    bank.sql("update lead set due_on = '2026-11-19'");
    expiry.sweep();
    assertThat(bank.count("select count(*) from lead where state = 'EXPIRED'")).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void splitsTheContactedByWhatCameBack(TestDatabase kind) {
    open(kind);
    var lead = one("staff", "C1");
    leads.record(lead.id(), report(LeadOutcome.INTERESTED));
    bank.signIn("staff2");
    leads.record(one("staff2", "C4").id(), report(LeadOutcome.NO_ANSWER));
    bank.sql(
        "insert into opt_out (id, customer, channel, at, source) values (?, 2, 'sms', ?, 'reply')",
        UUID.randomUUID(),
        AFTER);

    bank.work("split-by-response", "respond", Map.of("audience", bank.list(1, 5)));

    assertThat(set("responded")).containsExactly(1);
    assertThat(set("optedOut")).containsExactly(2);
    assertThat(set("leadOpen")).containsExactly(3);
    assertThat(set("silent")).containsExactly(4); // 5 was never contacted
  }

  @ParameterizedTest
  @EnumSource
  void countsClicksAndSalesOfTheContactedAsResponses(TestDatabase kind) {
    open(kind);
    sent(5, "SENT");
    receipt(5, "DELIVERED");
    receipt(5, "CLICKED");
    bought(4, "2026-11-20T03:00:00Z");
    bought(3, "2026-11-19T03:00:00Z"); // before the run: not because of it

    bank.work("collect-feedback", "collect", Map.of("audience", bank.list(1, 5)));
    bank.work(
        "split-by-response",
        "respond",
        Map.of("audience", bank.list(1, 5), "respondedMeans", "bought"));

    assertThat(set("collect", "responded")).containsExactly(4, 5);
    assertThat(set("respond", "responded")).containsExactly(4);
    assertThat(set("respond", "silent")).containsExactly(5);
    assertThat(set("respond", "leadOpen")).containsExactly(1, 2, 3);
  }

  private void sent(int customer, String state) {
    bank.sql(
        "insert into dispatch (id, scope_run_id, step, customer, channel, run_id, idempotency_key,"
            + " content_code, content_version, language, state, send_by, attempts, cost_yuan,"
            + " created_at) values (?, ?, 'sms#1', ?, 'sms', ?, ?, 'C01', 1, 'zh', ?, ?, 1, 0, ?)",
        dispatchOf(customer),
        BranchUnderTest.RUN,
        customer,
        BranchUnderTest.RUN,
        "key" + customer,
        state,
        AFTER,
        AFTER);
  }

  private void receipt(int customer, String type) {
    bank.sql(
        "insert into receipt (channel, provider_event_id, dispatch_id, customer, idempotency_key,"
            + " type, at, received_at) values ('sms', ?, ?, ?, ?, ?, ?, ?)",
        type + customer,
        dispatchOf(customer),
        customer,
        "key" + customer,
        type,
        AFTER,
        AFTER);
  }

  private void bought(int customer, String at) {
    bank.sql(
        "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
            + " received_at) values (?, ?, ?, 'P01', ?, 1000, ?)",
        "sale" + customer,
        customer,
        "C" + customer,
        Timestamp.from(Instant.parse(at)),
        AFTER);
  }

  private static UUID dispatchOf(int customer) {
    return new UUID(7, customer);
  }

  private List<Integer> set(String name) {
    return set("respond", name);
  }

  private List<Integer> set(String element, String name) {
    var store = bank.bean(AudienceStore.class);
    return store.ofRun(BranchUnderTest.RUN).stream()
        .filter(found -> found.name().equals(name) && element.equals(found.elementId()))
        .flatMap(found -> Arrays.stream(store.load(found.id()).toArray()).boxed())
        .toList();
  }

  private static LeadReport report(LeadOutcome outcome) {
    return new LeadReport(outcome, null, null, null);
  }

  private List<String> seenBy(String login) {
    bank.signIn(login);
    return leads.page(null, 0, 100).stream().map(LeadRow::customer).toList();
  }

  private LeadRow one(String login, String customer) {
    bank.signIn(login);
    return leads.page(null, 0, 100).stream()
        .filter(lead -> lead.customer().equals(customer))
        .findFirst()
        .orElseThrow();
  }

  private void open(TestDatabase kind) {
    bank = new BranchUnderTest(kind);
    leads = bank.bean(LeadService.class);
    bank.customers();
    bank.bean(LeadTable.class)
        .add(
            new LeadTable.Origin(
                BranchUnderTest.RUN, BranchUnderTest.RUN, "leads#1", bank.at("leads").journeyId()),
            List.of(
                lead(1, "1101", "staff", "P01", Lead.IfExpired.RETURN),
                lead(2, "1101", "staff", "P08", Lead.IfExpired.RETURN),
                lead(3, "1101", null, "P01", Lead.IfExpired.CLOSE),
                lead(4, "1301", "staff2", "P01", Lead.IfExpired.RETURN)));
  }

  private static NewLead lead(
      int customer, String org, @Nullable String staff, String product, Lead.IfExpired ifExpired) {
    return new NewLead(
        customer,
        org,
        staff,
        product,
        "C01",
        "SC01",
        customer,
        0.5f,
        10.0,
        "[{\"code\":\"deposit_views_30d\",\"zh\":\"近期浏览存款8次\",\"en\":\"viewed deposits 8 times\"}]",
        LocalDate.of(2026, 11, 25),
        ifExpired,
        null);
  }
}
