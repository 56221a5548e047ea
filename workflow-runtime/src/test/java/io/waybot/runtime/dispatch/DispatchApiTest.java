package io.waybot.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybot.connectors.channel.UnsubscribeLinks;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.testing.TestDatabase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchApiTest {

  @ParameterizedTest
  @EnumSource
  void takesSalesOfAnybodyOnceAndKeepsThoseOfStrangersApart(TestDatabase kind) throws Exception {
    try (var desk = new DispatchDesk(kind)) {
      var sales =
          """
          {"conversions":[
            {"id":"s1","customer":"K1","product":"P01","at":"2026-11-20T02:00:00Z","amountYuan":50000},
            {"id":"s2","customer":"K9","product":"P01","at":"2026-11-20T02:00:00Z","amountYuan":1},
            {"id":"s1","customer":"K1","product":"P01","at":"2026-11-20T02:00:00Z","amountYuan":50000}]}
          """;

      var answer =
          desk.as(
              "world", post("/api/v1/conversions").contentType("application/json").content(sales));
      var file =
          desk.as(
              "admin",
              post("/api/v1/conversions")
                  .contentType("text/csv")
                  .content(
                      "id,customer,product,at,amountYuan\n"
                          + "s3,K2,P04,2026-11-20T10:00:00+08:00,12.50\n"));
      var broken =
          desk.as(
              "admin",
              post("/api/v1/conversions")
                  .contentType("text/csv")
                  .content(
                      "id,customer,product,at,amountYuan\n"
                          + "s4,K2,P04,2026-11-20T02:00:00Z,1\n"
                          + "s5,K2,P04,later,1\n"));

      assertThat(answer.getContentAsString())
          .isEqualTo("{\"accepted\":1,\"duplicate\":1,\"unknown\":1}");
      assertThat(file.getContentAsString())
          .isEqualTo("{\"accepted\":1,\"duplicate\":0,\"unknown\":0}");
      assertThat(broken.getStatus()).isEqualTo(400);
      assertThat(broken.getContentAsString()).contains("conversion_unreadable");
      assertThat(desk.count("conversion")).isEqualTo(3);
      assertThat(
              desk.as(
                      "planner",
                      post("/api/v1/conversions").contentType("application/json").content(sales))
                  .getStatus())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @EnumSource
  void optsACustomerOfOnesOwnUnitOutOfEverything(TestDatabase kind) {
    try (var desk = new DispatchDesk(kind)) {
      var answer = desk.as("staff", optOut("K1", "*"));

      assertThat(answer.getStatus()).isEqualTo(204);
      assertThat(desk.state(1, "sms")).isEqualTo("WITHHELD OPTED_OUT");
      assertThat(desk.state(1, "email")).isEqualTo("WITHHELD OPTED_OUT");
      assertThat(desk.state(2, "sms")).isEqualTo("PENDING");
      assertThat(desk.as("staff", optOut("K3", "*")).getStatus())
          .as("another branch")
          .isEqualTo(404);
      assertThat(desk.as("staff", optOut("K99", "*")).getStatus()).isEqualTo(404);
      assertThat(desk.as("staff", optOut("K1", "fax")).getStatus()).isEqualTo(422);
      assertThat(desk.perform(optOut("K1", "*")).getStatus()).isEqualTo(401);
      assertThat(desk.count("audit_entry where act = 'optout.record'")).isEqualTo(1);
    }
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder optOut(
      String customer, String channel) {
    return post("/api/v1/opt-outs")
        .contentType("application/json")
        .content(
            "{\"customer\":\"%s\",\"channel\":\"%s\",\"at\":null,\"source\":\"staff\"}"
                .formatted(customer, channel));
  }

  @Test
  void unsubscribesByTheButtonNotByOpeningTheLink() throws Exception {
    try (var desk = new DispatchDesk(TestDatabase.H2)) {
      var link =
          desk.bean(UnsubscribeLinks.class)
              .link(desk.key(1, "email"))
              .orElseThrow()
              .substring("https://bank".length());

      var page = desk.perform(get(link).header("Accept-Language", "zh"));
      assertThat(page.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
          .contains("<form method=\"post\">", "不再接收");
      assertThat(desk.bean(OptOutLedger.class).active(1, "email")).isFalse();

      var done =
          desk.perform(
              post(link).content("List-Unsubscribe=One-Click").header("Accept-Language", "en"));
      assertThat(done.getContentAsString()).contains("no more marketing mail");
      assertThat(desk.bean(OptOutLedger.class).active(1, "email")).isTrue();
      assertThat(desk.perform(post(link + "x")).getStatus()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsByOnePersonAndGoesOnByTwo(TestDatabase kind) throws Exception {
    try (var desk = new DispatchDesk(kind)) {
      var order = "{\"scope\":\"JOURNEY\",\"target\":\"deposit_daily\",\"reason\":\"wrong rate\"}";
      var stop = post("/api/v1/stops").contentType("application/json").content(order);
      assertThat(desk.as("manager", stop).getStatus()).as("of a branch").isEqualTo(403);

      var answer =
          desk.as("approver", post("/api/v1/stops").contentType("application/json").content(order));
      var id = answer.getContentAsString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
      var release = "/api/v1/stops/" + id + "/release";

      assertThat(answer.getStatus()).isEqualTo(201);
      assertThat(desk.as("planner", get("/api/v1/stops")).getContentAsString())
          .contains("wrong rate");
      assertThat(desk.as("approver", post(release)).getStatus()).isEqualTo(202);
      assertThat(desk.as("approver", post(release)).getStatus()).isEqualTo(409);
      assertThat(desk.as("approver2", post(release)).getStatus()).isEqualTo(204);
      assertThat(desk.as("planner", get("/api/v1/stops")).getContentAsString())
          .isEqualTo("{\"items\":[]}");
      assertThat(desk.count("audit_entry where act like 'stop.%'")).isEqualTo(3);
    }
  }

  @Test
  void sendsATestOnlyToColleaguesOnTheList() {
    try (var desk = new DispatchDesk(TestDatabase.H2)) {
      desk.bean(Contents.class)
          .create(
              new ContentDraft(
                  "C01",
                  null,
                  "00",
                  "MARKETING",
                  null,
                  null,
                  null,
                  Map.of(
                      "zh", new Content.Text("标题", "{{salutation}}您好"),
                      "en", new Content.Text("Title", "{{salutation}}, hello"))),
              "planner");
      var colleague =
          new io.waybot.db.dispatch.TestSends.Recipient(
              UUID.randomUUID(), "周敏", "10000000001", null, null, null);
      desk.bean(io.waybot.db.dispatch.TestSends.class).add(colleague, "admin");
      var tests = desk.bean(TestSendService.class);

      try (var planner = Signed.in(desk, "planner")) {
        assertThat(tests.send("C01", "sms", "zh", java.util.List.of(colleague.id())))
            .extracting(TestSendService.Sent::accepted)
            .containsExactly(true);
        org.assertj.core.api.Assertions.assertThatExceptionOfType(
                io.waybot.runtime.access.ApiProblem.class)
            .isThrownBy(() -> tests.send("C01", "sms", "zh", java.util.List.of(UUID.randomUUID())))
            .satisfies(problem -> assertThat(problem.code()).isEqualTo("not_on_test_list"));
      }
      assertThat(desk.sent).hasSize(1);
      assertThat(desk.sent.getFirst().body()).isEqualTo("【远途银行】尊敬的客户您好拒收请回复R");
      assertThat(desk.count("test_send")).isEqualTo(1);
      assertThat(desk.count("contact_log")).isZero();
    }
  }

  /** Somebody signed in for the length of a block. */
  private record Signed() implements AutoCloseable {
    static Signed in(DispatchDesk desk, String login) {
      var person = desk.bean(io.waybot.db.bank.People.class).find(login).orElseThrow();
      var unit = desk.bean(io.waybot.db.bank.OrgUnits.class).find(person.orgCode()).orElseThrow();
      var signedIn = new io.waybot.runtime.access.SignedIn(person, unit);
      org.springframework.security.core.context.SecurityContextHolder.getContext()
          .setAuthentication(
              new org.springframework.security.authentication.UsernamePasswordAuthenticationToken(
                  signedIn, null, signedIn.getAuthorities()));
      return new Signed();
    }

    @Override
    public void close() {
      org.springframework.security.core.context.SecurityContextHolder.clearContext();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsHowLongTheOldestSendThatIsDueHasWaited(TestDatabase kind) {
    try (var desk = new DispatchDesk(kind)) {
      var ledger = desk.bean(DispatchLedger.class);
      var age =
          desk.bean(MeterRegistry.class).get("dispatch.pending.age").tag("channel", "sms").gauge();
      var longAgo = Instant.parse("2020-01-01T00:00:00Z");
      desk.due(1, "sms", longAgo);
      desk.due(2, "sms", Instant.parse("2100-01-01T00:00:00Z"));
      desk.due(1, "push", longAgo.minusSeconds(1));

      assertThat(ledger.oldestDue("sms")).contains(longAgo);
      assertThat(age.value()).isGreaterThan(5 * 365 * 86_400.0);

      desk.setState(1, "sms", "SENT");
      desk.setState(3, "sms", "SENT");
      assertThat(ledger.oldestDue("sms")).as("what is left is due later").isEmpty();
      assertThat(age.value()).isZero();
    }
  }
}
