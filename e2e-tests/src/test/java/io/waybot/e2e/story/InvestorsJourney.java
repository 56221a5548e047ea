package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/**
 * The journey that the story's planner has in mind: deposits for investors, by mail, app, staff.
 */
final class InvestorsJourney {
  static final String NAME = "投资客户存款";
  static final int PUSHES_AT_MOST = 40;
  private final Page page;
  private final Designer designer;

  private InvestorsJourney(Page page, Designer designer) {
    this.page = page;
    this.designer = designer;
  }

  /** Draws, fills every block, fills the settings; nothing is left to find fault with. */
  static Designer draw(Page page) {
    var designer = Designer.begin(page, NAME, "Deposits for investors");
    var journey = new InvestorsJourney(page, designer);
    journey.blocks();
    assertThat(designer.check()).hasText("检查 ✓");
    return designer;
  }

  private void blocks() {
    var score = designer.dragBehind("io.waybot.score-audience", "split_arms_1");
    designer.connect("split_arms_1", score);
    var decide = designer.append(score, "io.waybot.decide-treatments");
    var fork = designer.append(decide, "parallel");
    var mail = designer.append(fork, "io.waybot.dispatch.email");
    var push = designer.append(fork, "io.waybot.dispatch.push");
    var leads = designer.append(fork, "io.waybot.create-leads");
    var join = designer.append(mail, "parallel");
    designer.connect(push, join);
    designer.connect(leads, join);
    designer.append(designer.append(join, "io.waybot.evaluate-run"), "end");
    assertThat(designer.check()).containsText("个问题");

    designer.select("pull_audience_1");
    designer.choose("segment", "投资成长");
    designer.select("filter_by_policy_1");
    designer.tick("channels", "邮件", "App推送", "客户经理");
    designer.tick("products", "一年定期");
    designer.select(score);
    assertThat(designer.chosen("audience")).hasText("划分对照组 · 实验组");
    designer.choose("model", "存款");
    designer.select(decide);
    assertThat(designer.chosen("audience")).hasText("模型打分 · 已打分");
    designer.tick("offers", "一年定期");
    designer.tick("contents", "C01");
    designer.untick("channels", "短信");
    designer.number("pushLimit", PUSHES_AT_MOST);
    designer.number("branchLimit", 6);
    designer.select(mail);
    assertThat(designer.chosen("audience")).hasText("选定方案 · 邮件");
    designer.select(leads);
    assertThat(designer.chosen("audience")).hasText("选定方案 · 网点线索");
    designer.choose("script", "SC01");
    designer.fillSettings("一年定期");
  }
}
