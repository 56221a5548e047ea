package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.SharedBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Behind every number of customers stand the customers, masked, and exactly as many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsOpenTheirCustomersTest {
  private static final Pattern PHONE = Pattern.compile("\\d{7,}");
  private static final int TABS_OF_A_RUN = 3; // customers, steps, sends
  private static final int CHURN = 2; // BIRTHDAY, CARD-IDLE, CHURN
  private WaybotProcess waybot;
  private String run;

  @BeforeAll
  void start() {
    waybot = SharedInstallation.get();
    run =
        SharedInstallation.finishedStarterRun(waybot, Duration.ofMinutes(1)).path("id").asString();
  }

  @Test
  void onThePageOfAJourneysResults() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "analyst");
    page.navigate("/results/" + SharedInstallation.STARTER);

    openEach(page);
    for (var tab : tabs(page)) {
      page.locator("vaadin-tab").nth(tab).click();
      openEach(page);
    }
    page.context().close();
  }

  @Test
  void aSegmentMadeOfEventsIsCountedAgainWhenItIsOpened() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/segments");
    var cells = page.locator("vaadin-grid-cell-content");
    assertThat(cells.filter(new Locator.FilterOptions().setHasText("CHURN"))).isVisible();
    var counted = page.locator("vaadin-grid .wb-count").nth(CHURN).innerText();

    Designer.button(page, "修改").nth(CHURN).click();

    assertThat(page.locator("vaadin-dialog").getByText("现在符合:" + counted + " ")).isVisible();
    page.context().close();
  }

  @Test
  void onThePageOfARun() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/runs/" + run);

    assertThat(page.locator("vaadin-tab").first()).isVisible();
    for (var tab : tabs(page).subList(0, TABS_OF_A_RUN)) {
      page.locator("vaadin-tab").nth(tab).click();
      openEach(page);
    }
    page.context().close();
  }

  @Test
  void asAFileThatHoldsNoMoreThanTheScreen() throws IOException {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/runs/" + run);
    page.locator("vaadin-button.wb-count:visible").first().click();
    var download = page.waitForDownload(() -> page.locator("#customers-csv").click());

    var lines = Files.readAllLines(download.path());

    assertThat(lines).hasSize(1 + count(page.locator("vaadin-button.wb-count:visible").first()));
    assertThat(lines.get(1)).contains("****");
    assertThat(lines).noneMatch(line -> PHONE.matcher(line).find());
    page.context().close();
  }

  @Test
  void ofARunAsAWorkbookWithoutCustomers() throws IOException {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/runs/" + run);
    var download = page.waitForDownload(() -> page.locator("#run-export").click());

    assertThat(download.suggestedFilename()).endsWith(".xlsx");
    assertThat(Files.size(download.path())).isGreaterThan(3_000);
    page.context().close();
  }

  private static List<Integer> tabs(Page page) {
    assertThat(page.locator("vaadin-tab").first()).isVisible();
    return IntStream.range(0, page.locator("vaadin-tab").count()).boxed().toList();
  }

  /** At most four of a page: each asks the database anew. */
  private static void openEach(Page page) {
    var counts = page.locator("vaadin-button.wb-count:visible");
    for (int i = 0; i < Math.min(4, counts.count()); i++) {
      var link = counts.nth(i);
      int expected = count(link);
      link.click();
      var dialog = page.locator("vaadin-dialog[opened]").last();
      assertThat(dialog.getByText("100****").first()).isVisible();
      var title = dialog.locator("h2").first().innerText().replace(",", "");
      assertThat(title)
          .as("behind %s", link.getAttribute("aria-label"))
          .contains(":" + expected + " 位客户");
      assertThat(PHONE.matcher(dialog.innerText().replaceAll("(?m)^1\\d{5}$", "")).find())
          .as("an unmasked number")
          .isFalse();
      page.keyboard().press("Escape");
      assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }
  }

  private static int count(Locator link) {
    return Integer.parseInt(link.innerText().replace(",", "").strip());
  }
}
