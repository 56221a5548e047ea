package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * List, material, strategy, reach, feedback, benefit, evaluation, consultation in one journey, and
 * an end that whoever starts the run decides about.
 */
class PlannerUsesEveryKindOfBlockTest {

  @Test
  void drawsAllEightByMouseAndItRuns() {
    var waybot = SharedInstallation.get();
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    var designer = Designer.begin(page, "八类积木", "All eight kinds");
    var score = designer.append("split_arms_1", "io.waybot.score-audience");
    var decide = designer.append(score, "io.waybot.decide-treatments");
    var prepare = designer.append(decide, "io.waybot.prepare-content");
    var push = designer.append(prepare, "io.waybot.dispatch.push");
    var collect = designer.append(push, "io.waybot.collect-feedback");
    var grant = designer.append(collect, "io.waybot.grant-benefit");
    var evaluate = designer.append(grant, "io.waybot.evaluate-run");
    var brief = designer.append(evaluate, "io.waybot.publish-service-brief");
    var condition = designer.append(brief, "condition");
    var asked = designer.append(condition, "end");
    var otherwise = designer.append(condition, "end");

    designer.select("pull_audience_1");
    designer.choose("segment", "投资成长");
    designer.select("filter_by_policy_1");
    designer.tick("channels", "App推送");
    designer.tick("products", "工资卡服务");
    designer.select(score);
    designer.choose("model", "存款");
    designer.select(decide);
    designer.tick("offers", "工资卡服务");
    designer.tick("contents", "C20");
    for (var other : new String[] {"短信", "邮件", "网点线索"}) {
      designer.untick("channels", other);
    }
    designer.select(prepare);
    designer.choose("audience", "App推送");
    designer.tick("contents", "C20");
    designer.select(push);
    designer.choose("audience", "准备内容");
    designer.select(collect);
    designer.choose("audience", "实验组");
    designer.select(grant);
    designer.choose("audience", "实验组");
    designer.choose("benefit", "积分");
    designer.number("budgetYuan", 3_000);
    designer.select(brief);
    designer.text("summaryZh", "工资卡绑定支付有礼");
    designer.text("summaryEn", "Bind your salary card and get points");
    designer.text("questionsZh", "活动到什么时候?\n到五月底。");
    designer.text("questionsEn", "Until when?\nUntil the end of May.");
    designer.selectLineTo(asked);
    designer.choose("what", "批次参数");
    designer.selectLineTo(otherwise);
    designer.turnOn("otherwise");
    designer.fillSettings("工资卡服务");
    assertThat(designer.check()).hasText("检查 ✓");
    designer.saved();

    var journey = page.url().substring(page.url().lastIndexOf('/') + 1);
    var api = waybot.api("planner");
    var key = api.get("/api/v1/journeys/" + journey).body().path("key").asString();
    var date =
        SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1)).path("businessDate");
    var started =
        api.post(
            "/api/v1/runs",
            """
            {"journey": "%s", "businessDate": "%s", "kind": "REHEARSAL",
             "parameters": {"活动期": "是"}}
            """
                .formatted(key, date.asString()));
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    var run = started.body().path("id").asString();
    page.navigate("/runs/" + run);
    assertThat(page.locator(".wb-pill").first())
        .hasText("已完成", new LocatorAssertions.HasTextOptions().setTimeout(90_000));
    assertThat(page.locator("waybot-canvas .wb-done[data-element-id='" + asked + "']")).isVisible();
    assertThat(page.locator("waybot-canvas .wb-done[data-element-id='" + otherwise + "']"))
        .hasCount(0);
    page.context().close();

    var played = api.get("/api/v1/runs/" + run).body();
    assertThat(played.path("conserved").asBoolean()).isTrue();
    assertThat(sent(played)).isPositive();
  }

  private static int sent(JsonNode run) {
    return run.path("dispatches").valueStream().mapToInt(d -> d.path("sent").asInt()).sum();
  }
}
