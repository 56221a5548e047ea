package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.SharedBrowser;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Those who sign the planner's journey, and branch staff who call its customers. */
final class Colleagues {
  private final WaybotProcess waybot;

  Colleagues(WaybotProcess waybot) {
    this.waybot = waybot;
  }

  /** Another person, who sees what the decision is about. */
  void sign(String login) {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), login);
    page.navigate("/approvals");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(InvestorsJourney.NAME))
        .click();
    page.waitForURL("**/approvals/*-*");
    assertThat(page.locator("waybot-canvas [data-element-id='email_1']").first()).isVisible();
    assertThat(page.getByText("一年期定期年利率").first()).isVisible();
    assertThat(page.getByText("our 1-year term deposit pays").first()).isVisible();
    assertThat(page.getByText(Pattern.compile("^邮件$")).first()).isVisible();
    page.locator("#checklist vaadin-checkbox").all().forEach(Locator::click);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^同意")))
        .click();
    page.waitForURL("**/approvals");
    page.context().close();
  }

  void otherBranchSeesNothingOf(JsonNode lead) {
    var page = SignIn.as(SharedBrowser.phone(waybot.url()), "staff2");
    search(page, lead);
    assertThat(page.getByText("现在没有线索")).isVisible();
    page.navigate("/leads/" + lead.path("id").asString());
    assertThat(page.getByText("找不到该页面")).isVisible();
    page.context().close();
  }

  /** Finds the customer by number and records the outcome in two taps. */
  void call(JsonNode lead) {
    var page = SignIn.as(SharedBrowser.phone(waybot.url()), "staff");
    search(page, lead);
    page.locator(".wb-lead[href$='" + lead.path("id").asString() + "']").click();
    assertThat(page.getByText("客户号 " + lead.path("customer").asString())).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("有意向")).click();
    page.waitForURL("**/leads");
    page.context().close();
    assertThat(leads("staff", "DONE"))
        .filteredOn(done -> done.path("id").equals(lead.path("id")))
        .extracting(done -> done.path("outcome").asString())
        .containsExactly("INTERESTED");
  }

  private static void search(Page page, JsonNode lead) {
    page.locator("input[placeholder=客户号或姓氏]").fill(lead.path("customer").asString());
  }

  /** The first lead of a run that the staff member of 1101 has. */
  JsonNode leadOf(JsonNode run) {
    return leads("staff", "OPEN").stream()
        .filter(lead -> lead.path("runId").equals(run.path("id")))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> leads(String login, String state) {
    var path = "/api/v1/leads?limit=500&state=" + state;
    return waybot.api(login).get(path).body().path("items").valueStream().toList();
  }
}
