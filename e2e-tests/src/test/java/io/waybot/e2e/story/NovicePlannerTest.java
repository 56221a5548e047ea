package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import org.junit.jupiter.api.Test;

/** The first day of a planner: a template, its short form, an own segment, own words, handed in. */
class NovicePlannerTest {
  private static final String SEGMENT = "NOVICE-CARD";
  private static final String CONTENT = "NV20";
  private Page page;

  @Test
  void handsInAJourneyFromATemplateWithAnOwnSegmentAndOwnWords() {
    page = SignIn.as(SharedBrowser.desktop(SharedInstallation.get().url()), "planner");
    page.addInitScript("localStorage.setItem('waybot-designer-read', 'yes')");

    var designer = draftFromTemplate();
    var journey = page.url();
    newSegment();
    newContent();

    page.navigate(journey);
    designer.select("pull");
    designer.choose("segment", "新手客群");
    for (var block : new String[] {"prepare", "push", "inbox_second"}) {
      designer.select(block);
      var field = block.equals("prepare") ? "contents" : "content";
      designer.untick(field, "C20");
      designer.tick(field, CONTENT);
    }
    designer.selectNothing();
    designer.fill("until", "2027-05-31");
    assertThat(designer.nextStep()).isEnabled();
    designer.nextStep().click();

    assertThat(designer.nextStep()).hasText("撤回");
    assertThat(page.locator(".wb-tools .wb-chip")).hasText("审批中");
    page.context().close();
  }

  private Designer draftFromTemplate() {
    page.navigate("/templates");
    page.locator("[data-template='card_activation'] vaadin-button")
        .filter(new Locator.FilterOptions().setHasText("使用此模板"))
        .click();
    var form = page.locator("vaadin-dialog[opened]");
    form.locator("vaadin-text-field input").nth(0).fill("新手的激活旅程");
    form.locator("vaadin-text-field input").nth(1).fill("A newcomer's activation");
    page.locator("#answer-budget input").fill("1500");
    Designer.button(page, "生成草稿").click();
    page.waitForURL("**/journeys/*-*");
    var designer = new Designer(page);
    assertThat(page.locator(".wb-tools-name")).hasText("新手的激活旅程");
    assertThat(designer.block("pull")).isVisible();
    return designer;
  }

  private void newSegment() {
    page.navigate("/segments");
    Designer.button(page, "新建客群").click();
    var dialog = page.locator("vaadin-dialog[opened]");
    dialog.locator("vaadin-text-field input").nth(0).fill(SEGMENT);
    dialog.locator("vaadin-text-field input").nth(1).fill("新手客群");
    dialog.locator("vaadin-text-field input").nth(2).fill("A newcomer's segment");
    Designer.button(page, "+ 添加其他客群").click();
    pick(dialog.locator("vaadin-combo-box").last(), "CARD-IDLE");
    assertThat(dialog.getByText("现在符合:")).isVisible();
    Designer.button(page, "保存").click();
    assertThat(page.getByText("客群 " + SEGMENT + " 已保存")).isVisible();
  }

  private void newContent() {
    page.navigate("/contents");
    Designer.button(page, "新建内容").click();
    var dialog = page.locator("vaadin-dialog[opened]");
    var texts = dialog.locator("vaadin-text-field");
    texts.filter(new Locator.FilterOptions().setHasText("编号")).locator("input").fill(CONTENT);
    pick(dialog.locator("vaadin-combo-box").first(), "P20");
    texts.filter(new Locator.FilterOptions().setHasText("中文标题")).locator("input").fill("工资卡更顺手");
    texts
        .filter(new Locator.FilterOptions().setHasText("英文标题"))
        .locator("input")
        .fill("Your salary card at hand");
    dialog.locator("vaadin-text-area textarea").nth(0).fill("{{salutation}}您好,在手机银行绑定工资卡,支付更方便。");
    dialog
        .locator("vaadin-text-area textarea")
        .nth(1)
        .fill("{{salutation}}, bind your salary card in the app to pay with it.");
    Designer.button(page, "保存").click();
    assertThat(page.getByText(CONTENT + " 已保存")).isVisible();
  }

  /** Types into a picker and takes what it offers. */
  private void pick(Locator box, String text) {
    box.locator("input").fill(text);
    page.locator("vaadin-combo-box-item", having(text)).first().click();
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
