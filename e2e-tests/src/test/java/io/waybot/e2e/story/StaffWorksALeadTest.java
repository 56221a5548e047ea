package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.SharedBrowser;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Liu Yang at the phone: Gao Jun first, why, what to say, the outcome in two taps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaffWorksALeadTest {
  private static final String GAO_JUN = "103812";
  private static final String CONTROL = "100037";
  private WaybotProcess waybot;

  @BeforeAll
  void start() {
    waybot = SharedInstallation.get();
  }

  @Test
  void recordsAnOutcomeInTwoTapsOnAPhone() {
    var page = SignIn.as(SharedBrowser.phone(waybot.url()), "staff");
    page.waitForURL("**/leads");
    var first = page.getByText("高*").first();
    assertThat(first).isVisible();
    assertThat(page.getByText("100****3812").first()).isVisible();

    first.click();
    page.waitForURL("**/leads/*-*");
    assertThat(page.getByText("客户号 103812")).isVisible();
    assertThat(page.getByText("近30天查看存款页面 8 次")).hasCount(1);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("有意向")).click();
    page.waitForURL("**/leads");

    assertThat(lead("staff", GAO_JUN).path("outcome").asString()).isEqualTo("INTERESTED");
    page.context().close();
  }

  @Test
  void looksACustomerUpWithoutLearningWhoIsControl() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "staff");
    page.navigate("/customers/103269");
    assertThat(page.getByText("已退订")).isVisible();
    assertThat(page.getByText("100****3269")).isVisible();

    page.navigate("/customers/" + CONTROL);
    assertThat(page.getByText("近90天没有联系过这位客户")).isVisible();
    assertThat(page.getByText("对照")).hasCount(0);

    page.navigate("/customers/143299");
    assertThat(page.getByText("100****3299")).hasCount(0);
    page.context().close();
  }

  @Test
  void showsTheOtherBranchNoneOfThem() {
    var page = SignIn.as(SharedBrowser.phone(waybot.url()), "staff2");
    page.waitForURL("**/leads");
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();

    assertThat(page.getByText("100****3812")).hasCount(0);
    page.context().close();
  }

  @Test
  void letsTheAdministratorSeeTheRunFinishedAndTheRobotsUp() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "admin");
    page.navigate("/runs");
    assertThat(page.getByText("发薪日存款计划").first()).isVisible();
    assertThat(page.locator(".wb-pill-good").first()).isVisible();

    page.navigate("/robots");
    assertThat(page.getByText("拉取名单").first()).isVisible();
    assertThat(page.getByText("在线").first()).isVisible();
    page.context().close();
  }

  @Test
  void tellsThePlannerWhatTheJourneyCaused() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/results/" + SharedInstallation.STARTER);

    Locator verdict = page.getByText("每千名客户多带来");
    assertThat(verdict.first()).isVisible();
    page.context().close();
  }

  private JsonNode lead(String login, String customer) {
    var leads = waybot.api(login).get("/api/v1/leads?limit=500").body().path("items");
    return StreamSupport.stream(leads.spliterator(), false)
        .filter(lead -> lead.path("customer").asString().equals(customer))
        .findFirst()
        .orElseThrow();
  }
}
