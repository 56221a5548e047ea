package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import org.junit.jupiter.api.Test;

/** Two planners on one journey, and one whose browser dies: nothing is lost, nothing is silent. */
class PlannersMeetTest {

  @Test
  void neitherOverwritesTheOtherWithoutBeingAsked() {
    var first = signIn("planner2");
    var his = Designer.begin(first, "两人同画", "Drawn by two");
    var journey = first.url();
    var second = signIn("planner");
    var hers = Designer.open(second, journey);

    assertThat(second.locator("#others")).containsText("何嘉自");
    assertThat(second.locator("#others")).containsText("起也在编辑这个旅程");
    assertThat(first.locator("#others")).containsText("周敏自");

    his.append("split_arms_1", "wait");
    his.saved();
    var end = hers.append("split_arms_1", "end");
    var clash = second.locator("vaadin-dialog[opened]");
    assertThat(clash).containsText("何嘉");
    assertThat(clash.locator("tr", containing("等待")).first()).hasText("等待未动新增");
    assertThat(clash.locator("tr", containing("结束")).first()).hasText("结束新增未动");
    second.locator("#clash-later").click();
    second.locator("#others-decide").click();
    second.locator("#clash-takeOver").click();
    assertThat(clash).isHidden();
    assertThat(second.locator(".wb-tools .wb-chip")).hasText("草稿 v2");
    hers.saved();

    assertThat(first.locator("#others")).containsText("有了更新的内容");
    his.append("wait_1", "condition");
    first.locator("#clash-saveAs").click();
    first.waitForURL(url -> !url.equals(journey));
    assertThat(first.locator(".wb-tools-name")).hasText("两人同画(副本)");
    assertThat(his.block("condition_1")).isVisible();

    first.navigate(journey);
    assertThat(his.block(end)).isVisible();
    hers.append("filter_by_policy_1", "parallel");
    hers.saved();
    his.append("pull_audience_1", "wait");
    first.locator("#clash-loadTheirs").click();
    assertThat(his.block("parallel_1")).isVisible();
    assertThat(his.block("wait_1")).hasCount(0);
    first.context().close();
    second.context().close();
  }

  @Test
  void aDeadBrowserOffersWhatTheServerNeverGot() {
    var page = signIn("planner");
    var designer = Designer.begin(page, "断电", "Power cut");
    var journey = page.url();
    page.context().setOffline(true);
    designer.append("split_arms_1", "wait");
    page.waitForFunction("Object.keys(localStorage).some(key => key.startsWith('waybot-unsaved'))");
    page.close();

    var again = page.context().newPage();
    again.context().setOffline(false);
    again.navigate(journey);
    assertThat(again.locator("vaadin-confirm-dialog")).containsText("没有来得及保存到服务器");
    again.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
    var restored = new Designer(again);
    assertThat(restored.block("wait_1")).isVisible();
    restored.saved();
    again.reload();
    assertThat(restored.block("wait_1")).isVisible();
    assertThat(again.locator("vaadin-confirm-dialog")).isHidden();
    again.context().close();
  }

  private static com.microsoft.playwright.Locator.LocatorOptions containing(String text) {
    return new com.microsoft.playwright.Locator.LocatorOptions().setHasText(text);
  }

  private static Page signIn(String login) {
    return SignIn.as(SharedBrowser.desktop(SharedInstallation.get().url()), login);
  }
}
