package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.Project;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.SharedBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A journey of high risk comes back with a comment on a block, is signed side by side and then by
 * the head of retail, gets a second version, goes back to the first, and ends.
 */
class ApproversDecideTest {
  private static final String FILES = "bpmn-templates/src/main/resources/journeys/deposit-daily";
  private static final String NAME = "存款复核";
  private static final String REMARK = "标题请写明产品";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SIGNERS = List.of("approver2", "approver", "approver3");

  private final WaybotProcess waybot = SharedInstallation.get();
  private final Api planner = waybot.api("planner");

  @Test
  void returnsSignsInOrderComparesAndGoesBackToAnOldVersion() throws Exception {
    var journey = drawn(drawing());
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/journeys/" + journey);
    var designer = new Designer(page);
    designer.nextStep().click();
    assertThat(designer.nextStep()).hasText("撤回");

    comesBack(journey);
    page.navigate("/journeys/" + journey);
    seesTheRemark(page, designer);
    designer.nextStep().click();
    assertThat(designer.nextStep()).hasText("撤回");
    assertThat(page.locator("[data-container-id='push'] .wb-mark")).hasCount(0);

    hasNothingToSign("approver3");
    SIGNERS.forEach(signer -> sign(signer, journey));
    page.navigate("/journeys/" + journey);
    designer.nextStep().click();
    confirm(page);
    assertThat(page.locator(".wb-tools .wb-chip")).hasText("运行中 v1");

    drawn(drawing().replace("P3D", "P5D"));
    putLive(journey);
    page.navigate("/journeys/" + journey + "/versions");
    page.locator("#compare-2").click();
    assertThat(page.locator(".wb-diff-changed[data-element-id='wait_first']")).hasCount(2);
    var row = page.locator(".wb-changes tr", has("等待多久"));
    assertThat(row).containsText("3 天");
    assertThat(row).containsText("5 天");
    row.locator("[data-element='wait_first']").click();
    assertThat(page.locator(".djs-element.selected[data-element-id='wait_first']")).hasCount(2);
    page.locator("#restore-1").click();
    confirm(page);
    assertThat(page.locator(".wb-tools .wb-chip")).hasText("草稿 v3");

    planner.post(path(journey) + "/submit", "{}");
    readsWhatDiffers(journey);
    putLive(journey);
    page.navigate("/journeys/" + journey + "/versions");
    assertThat(page.getByText("恢复自 v1")).isVisible();
    assertThat(page.locator(".wb-versions .wb-chip.green")).hasText("运行中 v3");

    page.navigate("/journeys/" + journey);
    designer.more("暂停");
    assertThat(page.locator("#life-effect")).containsText("恢复之前也不能手动启动");
    confirm(page);
    assertThat(page.locator(".wb-tools .wb-chip")).hasText("已暂停");
    startsNothing();
    designer.more("下线");
    assertThat(page.locator("#life-effect")).containsText("没有正在运行的批次");
    confirm(page);
    assertThat(page.locator(".wb-tools .wb-chip")).hasText("已下线");
    page.context().close();
  }

  private void startsNothing() {
    var date = planner.get("/api/v1/runs?journey=" + SharedInstallation.STARTER).body();
    var start =
        "{\"journey\":\"deposit_reviewed\",\"kind\":\"DAILY\",\"businessDate\":\"%s\"}"
            .formatted(date.path("items").path(0).path("businessDate").asString());
    var refused = planner.post("/api/v1/runs", start);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("paused");
  }

  /** Picks the block in the drawing, says what is wrong with it. */
  private void comesBack(String journey) {
    var page = dossier("approver", journey);
    page.locator("[data-element-id='push']").first().click();
    Designer.button(page, "退回").click();
    assertThat(page.locator("#return-about")).containsText("App推送");
    page.locator("#return-comment textarea").fill(REMARK);
    page.locator("#return-send").click();
    page.waitForURL("**/approvals");
    page.context().close();
  }

  private static void seesTheRemark(Page page, Designer designer) {
    assertThat(page.locator("[data-container-id='push'] .wb-mark")).isVisible();
    designer.check().click();
    var remark = page.locator(".wb-finding", has(REMARK));
    assertThat(remark).containsText("approver 退回");
    remark.click();
    assertThat(page.locator(".djs-element.selected[data-element-id='push']")).hasCount(1);
  }

  private void hasNothingToSign(String login) {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), login);
    page.navigate("/approvals");
    assertThat(page.locator("#deputies")).isVisible();
    assertThat(page.getByText(NAME)).hasCount(0);
    page.context().close();
  }

  private void sign(String login, String journey) {
    var page = dossier(login, journey);
    var agree = page.locator("vaadin-button", has(Pattern.compile("^同意")));
    assertThat(agree).isDisabled();
    page.locator("#checklist vaadin-checkbox").all().forEach(Locator::click);
    agree.click();
    page.waitForURL("**/approvals");
    page.context().close();
  }

  private void readsWhatDiffers(String journey) {
    var page = dossier("approver", journey);
    assertThat(page.getByText("与线上 v2 相比 1 处变化")).isVisible();
    assertThat(page.locator(".wb-diff-changed[data-element-id='wait_first']")).hasCount(2);
    page.context().close();
  }

  private Page dossier(String login, String journey) {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), login);
    page.navigate("/approvals/" + journey);
    assertThat(page.locator("[data-element-id='push']").first()).isVisible();
    return page;
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Page.LocatorOptions has(Pattern text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void confirm(Page page) {
    page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
  }

  private void putLive(String journey) {
    planner.post(path(journey) + "/submit", "{}");
    SIGNERS.forEach(signer -> waybot.api(signer).post(path(journey) + "/approve", "{}"));
    var live = planner.post(path(journey) + "/deploy", "{}");
    assertThat(live.status()).as(live.body().toString()).isEqualTo(200);
  }

  /** Takes the drawing in; without a schedule, so that nothing runs beside the other stories. */
  private String drawn(String bpmn) throws IOException {
    var drawn = planner.post("/api/v1/journeys", "application/xml", bpmn);
    assertThat(drawn.status()).as(drawn.body().toString()).isEqualTo(201);
    var id = drawn.body().path("id").asString();
    var settings = (ObjectNode) JSON.readTree(file(".settings.json"));
    settings.remove("schedule");
    settings.put("riskTier", "HIGH").put("until", "2027-05-31");
    var revision = "\"" + drawn.body().path("revision").asInt() + "\"";
    var set = planner.put(path(id) + "/settings", settings.toString(), revision);
    assertThat(set.body().path("deployable").asBoolean()).as(set.body().toString()).isTrue();
    return id;
  }

  private static String path(String journey) {
    return "/api/v1/journeys/" + journey;
  }

  private static String drawing() throws IOException {
    return file(".bpmn")
        .replace("deposit_daily", "deposit_reviewed")
        .replace("发薪日存款计划 / Payday deposits", NAME + " / Deposits reviewed");
  }

  private static String file(String ending) throws IOException {
    return Files.readString(Project.root().resolve(FILES + ending));
  }
}
