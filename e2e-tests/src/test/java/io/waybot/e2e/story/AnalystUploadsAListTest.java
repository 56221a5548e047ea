package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Customers' rows in the browser: preview, mapping, counts, and the bad rows as a file. */
class AnalystUploadsAListTest {
  /** Types are guessed from the first 2,000 rows: two amounts behind them are no numbers. */
  private static String visits(int rows) {
    return "customer_no,visited_on,amount\n"
        + IntStream.range(0, rows)
            .mapToObj(i -> (100_001 + i) + ",2026-11-19," + (i >= rows - 2 ? "many" : i))
            .collect(Collectors.joining("\n"));
  }

  @Test
  void showsAPreviewThenCountsWhatCameIn() throws Exception {
    var file = visits(3_000).getBytes(StandardCharsets.UTF_8);

    var page = imported(new FilePayload("branch_visits.csv", "text/csv", file), "新增 2,998");

    var errors =
        page.waitForDownload(
            () -> page.locator("a[href$='-errors.csv']").filter(has("下载 2 行")).click());
    assertThat(Files.readAllLines(errors.path(), StandardCharsets.UTF_8))
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("102999", "many"))
        .anySatisfy(line -> assertThat(line).contains("103000", "many"));
    page.context().close();
  }

  @Test
  void readsAWorkbookAsItReadsText() throws IOException {
    var file = new FilePayload("counter_visits.xlsx", "application/octet-stream", book());

    imported(file, "新增 2,498").context().close();
  }

  private static byte[] book() throws IOException {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("visits");
      visits(2_500)
          .lines()
          .forEach(line -> {
            var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (var cell : line.split(",")) {
              row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(cell);
            }
          });
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  /** Uploads, looks at the preview, imports and sees the counts. */
  private static Page imported(FilePayload file, String added) {
    var page = SignIn.as(SharedBrowser.desktop(SharedInstallation.get().url()), "analyst");
    page.navigate("/imports");
    Designer.button(page, "导入文件").click();
    page.waitForFileChooser(() -> Designer.button(page, "选择文件").click()).setFiles(file);

    var dialog = page.locator("vaadin-dialog");
    assertThat(dialog.getByText("visited_on").first()).isVisible();
    assertThat(dialog.getByText("2026-11-19 · 2026-11-19 · 2026-11-19").first()).isVisible();
    Designer.button(page, "开始导入").click();

    var cells = page.locator("vaadin-grid-cell-content");
    assertThat(cells.filter(has(file.name))).isVisible();
    assertThat(cells.filter(has(added + ",更新 0,未变 0,拒绝 2,停用 0"))).isVisible();
    return page;
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
