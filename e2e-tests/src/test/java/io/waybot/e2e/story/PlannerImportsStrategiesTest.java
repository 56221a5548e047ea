package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.waybot.connectors.imports.TableWriter;
import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.SharedBrowser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A planner brings the bank's own strategy table, corrects it, and looks up why somebody won. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerImportsStrategiesTest {
  private static final String GAO_JUN = "103812";

  @TempDir Path files;
  private WaybotProcess waybot;

  @BeforeAll
  void start() {
    waybot = SharedInstallation.get();
  }

  @Test
  void correctsTheImportedTableUntilItCanBeKept() throws IOException {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");
    page.navigate("/strategies");
    assertThat(page.getByText("53 条策略").first()).isVisible();

    upload(page, workbook("E99"));
    assertThat(page.getByText("· 1 个单元格须更正").first()).isVisible();
    assertThat(save(page)).isDisabled();

    upload(page, workbook("E05"));
    assertThat(page.getByText("· 0 个单元格须更正").first()).isVisible();
    save(page).click();
    assertThat(page.getByText("已保存为第 2 版").first()).isVisible();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("历史版本")).click();
    assertThat(page.locator("vaadin-dialog").getByText("planner").first()).isVisible();
    page.context().close();
  }

  @Test
  void looksUpWhyACustomerWasChosen() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "planner");

    page.navigate("/why?customer=" + GAO_JUN);

    assertThat(page.getByText("P01/C01").first()).isVisible();
    assertThat(page.getByText("选中了另一方案").first()).isVisible();
    page.context().close();
  }

  @Test
  void findsEveryEventOfTheCatalogueWithItsOwner() {
    var page = SignIn.as(SharedBrowser.desktop(waybot.url()), "analyst");

    page.navigate("/catalogue");

    assertThat(page.getByText("工资到账").first()).isVisible();
    assertThat(page.getByText("个人金融部").first()).isVisible();
    page.context().close();
  }

  private static Locator save(Page page) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存为新版本"));
  }

  private static void upload(Page page, Path workbook) {
    page.locator("vaadin-upload input[type=file]").setInputFiles(workbook);
  }

  /** The demo bank's table as a bank would send it, the first row's event replaced. */
  private Path workbook(String event) throws IOException {
    var file = files.resolve("strategies-" + event + ".xlsx");
    try (var writer = TableWriter.xlsx(file, "53")) {
      writer.row(
          List.of(
              "T",
              "Group",
              "Event",
              "Product",
              "First",
              "Second wave",
              "Content",
              "Fresh, d",
              "Priority"));
      for (var strategy : DemoTables.strategies()) {
        writer.row(row(strategy, strategy.code().equals("T01") ? event : strategy.event()));
      }
    }
    return file;
  }

  private static List<Object> row(Catalogue.Strategy s, String event) {
    return Arrays.asList(
        s.code(),
        s.group(),
        event,
        s.product() == null ? "–" : s.product(),
        s.first(),
        s.second() == null ? "–" : s.second(),
        s.content(),
        s.freshDays(),
        s.priority());
  }
}
