package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
  void learnsWhyACustomerGotNothingInTwoClicksFromTheRunAndOneSearch() {
    var waybot = SharedInstallation.get();
    var run = SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1));
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/runs/" + run.path("id").asString());

    page.locator("vaadin-button.wb-count[aria-label^='7天内已触达2次']").click();
    page.locator("vaadin-dialog a[href^='why?customer=']").first().click();

    assertThat(page.getByText("7天内已触达2次").first()).isVisible();
    assertThat(page.locator(".wb-card-title").first()).isVisible();

    page.locator(".wb-search input").fill("100542"); // 孙丽, contacted twice
    page.locator(".wb-search input").press("Enter");
    assertThat(page.locator("vaadin-text-field:not(.wb-search) input").first()).hasValue("100542");
    assertThat(page.getByText("7天内已触达2次").first()).isVisible();
    page.context().close();
  }

  @Test
  void seesWhatTheBankWantsOfEachProductAndLeavesItToTheBusinessOwnerToSetIt() {
    var waybot = SharedInstallation.get();
    var planner = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    planner.navigate("/goals");
    assertThat(planner.getByText("没有目标").first()).isVisible();
    assertThat(button(planner, "设置产品目标")).hasCount(0);
    planner.context().close();

    var owner = SignIn.as(SharedBrowser.desktop(waybot.url()), "approver");
    owner.navigate("/goals");
    button(owner, "设置产品目标").click();
    owner.locator("vaadin-dialog vaadin-combo-box input").fill("P15");
    owner.locator("vaadin-combo-box-item").getByText("P15").first().click();
    owner.getByLabel("每天至多").fill("20");
    owner.locator("#goals-save").click();
    assertThat(owner.locator(".wb-table").first()).containsText("P15 年金保险");
    assertThat(owner.locator(".wb-table").first()).containsText("20");

    button(owner, "删除").click();
    assertThat(owner.getByText("没有目标").first()).isVisible();
    owner.context().close();
  }

  @Test
  void seesOnTheChannelsPageWhatOneMoreTextWasWorth() {
    var waybot = SharedInstallation.get();
    SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1));
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "admin");
    page.navigate("/channels");

    page.getByText("短信", new Page.GetByTextOptions().setExact(true)).first().click();

    assertThat(page.locator("vaadin-dialog")).containsText("再多一个值");
    assertThat(page.locator("vaadin-dialog")).containsText("1,500 / 1,500");
    page.context().close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
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
