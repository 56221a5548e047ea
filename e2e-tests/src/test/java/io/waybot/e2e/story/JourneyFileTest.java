package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.waybot.e2e.app.Project;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** A journey goes in as a file and comes out as the same drawing. */
class JourneyFileTest {
  private static final String SHIPPED =
      "bpmn-templates/src/main/resources/journeys/deposit-daily.bpmn";

  @Test
  void exportsTheDrawingThatWasImported() throws Exception {
    var file =
        Files.readString(Project.root().resolve(SHIPPED))
            .replace("deposit_daily", "deposit_again")
            .replace("发薪日存款计划 / Payday deposits", "存款计划副本 / Deposits once more")
            .getBytes(StandardCharsets.UTF_8);
    var page = SignIn.as(SharedBrowser.desktop(SharedInstallation.get().url()), "planner");

    page.navigate("/journeys");
    Designer.button(page, "导入 BPMN").click();
    page.waitForFileChooser(() -> Designer.button(page, "选择文件").click())
        .setFiles(new FilePayload("deposit-again.bpmn", "application/xml", file));
    page.waitForURL("**/journeys/*-*");
    var designer = new Designer(page);
    assertThat(designer.block("policy_second")).isVisible();
    assertThat(page.locator(".wb-tools-name")).hasText("存款计划副本");
    var download = page.waitForDownload(() -> designer.more("导出 BPMN"));

    assertThat(download.suggestedFilename()).isEqualTo("存款计划副本.bpmn");
    assertThat(Diagram.of(Files.readAllBytes(download.path()))).isEqualTo(Diagram.of(file));
    page.context().close();
  }
}
