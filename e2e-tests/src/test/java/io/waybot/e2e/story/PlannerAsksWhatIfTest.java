package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a hundred more texts would have brought, and what one more is worth. */
class PlannerAsksWhatIfTest {

  @Test
  void seesTheProofThePricesAndTheOtherDecisionBesideTheOneMade() {
    var waybot = SharedInstallation.get();
    var run = SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1));
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");

    page.navigate("/runs/" + run.path("id").asString());
    page.getByText("选定依据", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(page.locator("#decision-gap")).containsText("已证明");
    assertThat(page.locator("#decision-limits")).containsText("再多一条短信值");

    page.locator("#what-if vaadin-details-summary").click();
    page.locator("#what-if-channel-sms input").fill("1600");
    page.locator("#what-if-run").click();

    var result = page.locator("#what-if-result");
    assertThat(result).containsText("1,500");
    assertThat(result).containsText("1,600");
    assertThat(result).containsText("+100");
    page.context().close();
  }

  @Test
  void givesTheSameAnswerOverHttpAndTheStoredOneWhenNothingChanges() {
    var waybot = SharedInstallation.get();
    var run = SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1));
    var url = "/api/v1/runs/" + run.path("id").asString();
    var api = waybot.api("planner");

    var same = api.post(url + "/what-if", "{}").body();
    var more = api.post(url + "/what-if", "{\"capacity\":{\"channel:sms\":1600}}").body();

    assertThat(same.path("changed").asInt()).isZero();
    assertThat(same.path("after")).isEqualTo(same.path("before"));
    assertThat(same.path("before")).isEqualTo(api.get(url + "/decision").body());
    assertThat(more.path("after").path("chosen").path("sms").asInt()).isEqualTo(1_600);
    assertThat(more.path("after").path("valueYuan").asDouble())
        .isGreaterThan(more.path("before").path("valueYuan").asDouble());
  }
}
