package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.SharedInstallation;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** DEMO-BANK section 11: exact where dealt, a range where it depends on the trained model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarterJourneyTest {
  private Api api;
  private JsonNode run;

  @BeforeAll
  void theStarterRun() {
    var waybot = SharedInstallation.get();
    api = waybot.api("planner");
    run = SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1));
  }

  @Test
  void removesWhomTheContactRulesRemoveEachWithItsFirstReason() {
    var audience = run.path("audience");
    var removed = audience.path("removed");

    assertThat(audience.path("total").asInt()).isEqualTo(12_000);
    assertThat(removed.path("NO_CONSENT").asInt()).isEqualTo(600);
    assertThat(removed.path("NOT_PERSONALISED").asInt()).isEqualTo(240);
    assertThat(removed.path("PROTECTED").asInt()).isEqualTo(60);
    assertThat(removed.path("COMPLAINT").asInt()).isEqualTo(60);
    assertThat(removed.path("CAP").asInt()).isEqualTo(900);
    assertThat(removed.path("HOLDS").asInt()).isEqualTo(720);
    assertThat(removed.path("OPTED_OUT").asInt()).isEqualTo(180);
    assertThat(removed.path("NO_ADDRESS").asInt()).isEqualTo(240);
  }

  @Test
  void holdsOutTheSameCustomersEverywhere() {
    assertThat(run.path("audience").path("control").asInt()).isEqualTo(904);
    assertThat(run.path("audience").path("treatment").asInt()).isEqualTo(8_096);
  }

  @Test
  void fillsTheScarceChannelsAndSpendsTheRest() {
    var leads = run.path("leads");

    assertThat(
            leads.path("open").asInt() + leads.path("done").asInt() + leads.path("expired").asInt())
        .isEqualTo(360);
    assertThat(sent("sms")).isEqualTo(1_500);
    assertThat(sent("push")).isCloseTo(4_650, within(233));
    assertThat(sent("mail")).isCloseTo(550, within(60));
  }

  @Test
  void addsUp() {
    assertThat(run.path("conserved").asBoolean()).isTrue();
  }

  @Test
  void findsThePlantedEffectWithinItsInterval() {
    var evaluation = run.path("evaluation");

    assertThat(evaluation.path("state").asString()).isEqualTo("PROVISIONAL");
    assertThat(evaluation.path("low").asDouble()).isLessThan(0.021);
    assertThat(evaluation.path("high").asDouble()).isGreaterThan(0.021);
    assertThat(evaluation.path("uplift").asDouble())
        .isCloseTo(
            evaluation.path("treatmentRate").asDouble() - evaluation.path("controlRate").asDouble(),
            within(1e-9));
    assertThat(evaluation.path("srmP").asDouble()).isGreaterThan(0.001);
  }

  @Test
  void saysWhyEachOfTheNamedCustomersDidOrDidNotGetIt() {
    assertThat(fate("100037").path("fate").asString()).isEqualTo("CONTROL");
    assertThat(fate("100542").path("rule").asString()).isEqualTo("CAP");
    assertThat(fate("103269").path("rule").asString()).isEqualTo("OPTED_OUT");
    assertThat(fate("107020").path("rule").asString()).isEqualTo("NOT_PERSONALISED");
    assertThat(fate("103812").path("decision").path("channel").asString()).isEqualTo("branch");
  }

  @Test
  void keepsACustomerOutOfReachOfAnotherBranchsStaff() {
    var other = SharedInstallation.get().api("staff2");

    var leads = other.get("/api/v1/leads?state=OPEN&limit=500").body().path("items");
    var foreign =
        SharedInstallation.get().api("staff").get("/api/v1/leads?limit=500").body().path("items");

    assertThat(
            StreamSupport.stream(leads.spliterator(), false)
                .map(lead -> lead.path("org").asString()))
        .allMatch("1301"::equals);
    assertThat(foreign.isEmpty()).isFalse();
    assertThat(
            other
                .post(
                    "/api/v1/leads/" + foreign.get(0).path("id").asString() + "/outcome",
                    "{\"outcome\":\"INTERESTED\"}")
                .status())
        .isEqualTo(404);
  }

  private JsonNode fate(String customer) {
    return api.get("/api/v1/runs/" + run.path("id").asString() + "/customers/" + customer).body();
  }

  private int sent(String elementId) {
    int sent = 0;
    for (var dispatch : run.path("dispatches")) {
      if (dispatch.path("elementId").asString().equals(elementId)) {
        sent += dispatch.path("sent").asInt();
      }
    }
    return sent;
  }
}
