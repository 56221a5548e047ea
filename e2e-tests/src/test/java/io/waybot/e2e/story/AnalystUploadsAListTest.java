package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A CSV of customers in the browser: preview, mapping, counts, and the bad rows as a file. */
class AnalystUploadsAListTest {
  private static final int ROWS = 3_000;

  /** Types are guessed from the first 2,000 rows: two amounts behind them are no numbers. */
  private static final String FILE =
      "customer_no,visited_on,amount\n"
          + IntStream.range(0, ROWS)
              .mapToObj(i -> (100_001 + i) + ",2026-11-19," + (i >= ROWS - 2 ? "many" : i))
              .collect(Collectors.joining("\n"));

  @Test
  void showsAPreviewThenCountsWhatCameIn() throws Exception {
    var page = SignIn.as(SharedBrowser.desktop(SharedInstallation.get().url()), "analyst");
    page.navigate("/imports");
    Designer.button(page, "导入文件").click();
    page.waitForFileChooser(() -> Designer.button(page, "选择文件").click())
        .setFiles(
            new FilePayload(
                "branch_visits.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));

    var dialog = page.locator("vaadin-dialog");
    assertThat(dialog.getByText("visited_on").first()).isVisible();
    assertThat(dialog.getByText("2026-11-19 · 2026-11-19 · 2026-11-19").first()).isVisible();
    Designer.button(page, "开始导入").click();

    var cells = page.locator("vaadin-grid-cell-content");
    assertThat(cells.filter(has("branch_visits.csv"))).isVisible();
    assertThat(cells.filter(has("新增 2,998,更新 0,未变 0,拒绝 2,停用 0"))).isVisible();
    var errors = page.waitForDownload(() -> page.getByText("下载 2 行").click());
    assertThat(Files.readAllLines(errors.path(), StandardCharsets.UTF_8))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("102999", "many"))
        .anySatisfy(line -> assertThat(line).contains("103000", "many"));
    page.context().close();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
