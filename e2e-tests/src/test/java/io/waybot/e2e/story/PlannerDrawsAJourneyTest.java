package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.SharedBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * From an empty canvas to a customer's mailbox: a planner draws by mouse, others sign, it really
 * sends, staff call, and the numbers add up. Mail and push have their providers in this test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerDrawsAJourneyTest {
  private static final List<String> SIGNERS = List.of("approver", "approver2");
  private static final LocatorAssertions.HasTextOptions PATIENTLY =
      new LocatorAssertions.HasTextOptions().setTimeout(120_000);
  private static final Pattern QUESTION =
      Pattern.compile("将发送.*(App推送|邮件) \\d+ 条.*派发线索 \\d+ 条,预计 [\\d.,]+元.*确定\\?");

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final PushPeer pushProvider = new PushPeer();
  private WaybotProcess waybot;

  @BeforeAll
  void start(@TempDir Path home) {
    mailServer.start();
    waybot =
        WaybotProcess.start(
            home,
            "--waybot.demo.customers=3000",
            "--waybot.channel.email.url=smtp://127.0.0.1:" + mailServer.getSmtp().getPort(),
            "--waybot.channel.push.url=" + pushProvider.url(),
            "--waybot.channel.push.secret=" + PushPeer.SECRET);
    SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(6));
  }

  @AfterAll
  void stop() {
    if (waybot != null) {
      waybot.close();
    }
    pushProvider.close();
    mailServer.stop();
  }

  @Test
  void drawsSignsSendsCallsAndAddsUp() throws Exception {
    var planner = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    var designer = InvestorsJourney.draw(planner);
    var journey = planner.url();
    int mailsBefore = mailServer.getReceivedMessages().length;
    int pushesBefore = pushProvider.received().size();

    assertThat(planner.locator(".wb-count.flow.live").first()).containsText("≈");
    planner.locator("#rehearse").click();
    assertThat(planner.locator("#rehearsal-state")).hasText("试运行完成", PATIENTLY);
    assertThat(planner.locator(".wb-count.flow").first()).isVisible();
    assertThat(planner.locator(".wb-rehearsal").getByText("✓ 合计一致")).isVisible();
    assertThat(planner.locator(".wb-count.live")).hasCount(0);
    planner.getByText("任选一位").click();
    assertThat(planner.locator("#way-stops")).containsText("联系该客户");
    assertThat(planner.locator(".djs-connection.wb-way")).not().hasCount(0);
    assertThat(mailServer.getReceivedMessages()).hasSize(mailsBefore);
    assertThat(pushProvider.received()).hasSize(pushesBefore);

    designer.nextStep().click();
    assertThat(designer.nextStep()).hasText("撤回");
    var colleagues = new Colleagues(waybot);
    SIGNERS.forEach(colleagues::sign);
    planner.navigate(journey);
    assertThat(designer.nextStep()).hasText("上线");
    designer.nextStep().click();
    confirm(planner);
    assertThat(planner.locator(".wb-tools .wb-chip")).hasText("运行中 v1");

    designer.more("立即运行");
    assertThat(planner.getByText(QUESTION)).isVisible();
    confirm(planner);
    finished(planner);
    assertThat(planner.getByText("✓ 合计一致")).isVisible();
    var run = run(planner.url());
    planner.context().close();

    assertThat(run.path("conserved").asBoolean()).isTrue();
    assertThat(mailServer.getReceivedMessages()).hasSize(mailsBefore + sent(run, "email"));
    assertThat(pushProvider.received()).hasSize(pushesBefore + sent(run, "push"));
    assertThat(pushProvider.refused()).isEmpty();
    assertThat(sent(run, "email")).isPositive();
    assertThat(sent(run, "push")).isBetween(1, InvestorsJourney.PUSHES_AT_MOST);
    var mail = mailServer.getReceivedMessages()[mailsBefore];
    assertThat(mail.getHeader("X-Waybot-Key")).hasSize(1);
    assertThat(mail.getContent().toString()).contains("一年期定期年利率1.35%");

    var lead = colleagues.leadOf(run);
    colleagues.otherBranchSeesNothingOf(lead);
    colleagues.call(lead);
    administratorSeesIt(run.path("id").asString());
  }

  private void administratorSeesIt(String run) {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "admin");
    page.navigate("/runs/" + run);
    assertThat(page.locator(".wb-pill").first()).hasText("已完成");
    assertThat(page.getByText("✓ 合计一致")).isVisible();
    assertThat(page.locator("waybot-canvas .wb-done[data-element-id='email_1']")).isVisible();
    page.context().close();
  }

  private static void finished(Page page) {
    page.waitForURL("**/runs/*-*");
    assertThat(page.locator(".wb-pill").first()).hasText("已完成", PATIENTLY);
  }

  private static void confirm(Page page) {
    page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
  }

  private JsonNode run(String url) {
    var id = url.substring(url.lastIndexOf('/') + 1);
    return waybot.api("planner").get("/api/v1/runs/" + id).body();
  }

  private static int sent(JsonNode run, String channel) {
    return run.path("dispatches")
        .valueStream()
        .filter(dispatch -> dispatch.path("channel").asString().equals(channel))
        .mapToInt(dispatch -> dispatch.path("sent").asInt())
        .sum();
  }
}
