package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.Project;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What makes drawing quick: order on the canvas, large and foreign drawings, the sheet of keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawingToolsTest {
  private static final int BLOCKS = 300;

  /** Opens the drawing once more, pans it frame by frame, moves one block with its lines. */
  private static final String MEASURE =
      """
      async id => {
        const canvas = document.querySelector('waybot-canvas');
        const xml = await canvas.xml();
        const start = performance.now();
        await canvas._import(xml);
        await new Promise(requestAnimationFrame);
        const imported = performance.now() - start;
        const view = canvas.modeler.get('canvas');
        const frames = [];
        let last = performance.now();
        for (let i = 0; i < 60; i++) {
          view.scroll({ dx: i < 30 ? -20 : 20, dy: -2 });
          await new Promise(requestAnimationFrame);
          frames.push(performance.now() - last);
          last = performance.now();
        }
        frames.sort((one, other) => one - other);
        const block = canvas.modeler.get('elementRegistry').get(id);
        const moving = performance.now();
        for (let i = 0; i < 10; i++) {
          canvas.modeler.get('modeling').moveElements([block], { x: 10, y: 0 });
        }
        return {
          imported: Math.round(imported),
          median: Math.round(frames[30]),
          p95: Math.round(frames[57]),
          move: Math.round((performance.now() - moving) / 10),
          blocks: canvas.modeler.get('elementRegistry').filter(each => each.type === 'bpmn:ServiceTask').length,
        };
      }
      """;

  private static final String IMPORT =
      "xml => document.querySelector('waybot-canvas')._import(xml).then(() => null, e =>"
          + " e.message)";

  private Page page;
  private Designer designer;

  @BeforeAll
  void signIn() {
    page = SharedBrowser.desktop(SharedInstallation.get().url());
    page.addInitScript("localStorage.setItem('waybot-designer-read', 'yes')");
    SignIn.as(page, "planner");
  }

  @BeforeEach
  void drawAnew() {
    designer = Designer.create(page, "画图工具", "Drawing tools");
  }

  @AfterAll
  void close() {
    page.context().close();
  }

  @Test
  void alignsSeveralBlocks() {
    designer.select("filter_by_policy_1");
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("Shift+ArrowDown");
    }
    var blocks = List.of("pull_audience_1", "filter_by_policy_1", "split_arms_1");
    assertThat(tops(blocks)).doesNotHaveDuplicates().hasSize(2);

    designer.selectAll("pull_audience_1", "filter_by_policy_1", "split_arms_1");
    page.locator(".djs-context-pad [data-action='align-elements']").click();
    page.locator(".djs-popup [data-id='align-elements-top']").click();

    assertThat(tops(blocks)).hasSize(1);
  }

  @SuppressWarnings("unchecked")
  private java.util.Set<Object> tops(List<String> blocks) {
    return new java.util.HashSet<>(
        (List<Object>)
            page.evaluate(
                "ids => ids.map(id => document.querySelector('waybot-canvas').modeler"
                    + ".get('elementRegistry').get(id).y)",
                blocks));
  }

  @Test
  void opensThreeHundredBlocksAndMovesThem() {
    var drawn =
        SharedInstallation.get()
            .api("planner")
            .post("/api/v1/journeys", "application/xml", LargeDrawing.of("large_drawing", BLOCKS));
    page.navigate("/journeys/" + drawn.body().path("id").asString());
    assertThat(designer.block("n" + BLOCKS)).isAttached();

    var measured = (Map<?, ?>) page.evaluate(MEASURE, "n" + BLOCKS / 2);
    System.out.printf(
        "canvas blocks=%d import=%s ms, pan median=%s ms p95=%s ms per frame, move=%s ms per"
            + " block%n",
        BLOCKS,
        measured.get("imported"),
        measured.get("median"),
        measured.get("p95"),
        measured.get("move"));

    assertThat(((Number) measured.get("blocks")).intValue()).isEqualTo(BLOCKS);
    designer.saved();
  }

  /** Whether the bank takes them in is another question: ForeignDrawingsTest. */
  @Test
  void drawsWhatOtherToolsDrew() throws IOException {
    var folder = Project.sharedData("bpmn-miwg-reference");
    assumeTrue(Files.isDirectory(folder), "the reference drawings are not beside the project");
    var refused = new ArrayList<String>();
    int files = 0;
    try (var all = Files.newDirectoryStream(folder, "*.bpmn")) {
      for (var file : all) {
        files++;
        var problem = page.evaluate(IMPORT, Files.readString(file));
        if (problem != null) {
          refused.add(file.getFileName() + ": " + problem);
        }
      }
    }

    assertThat(files).isEqualTo(21);
    assertThat(refused).isEmpty();
  }

  @Test
  void tellsTheKeys() {
    designer.more("快捷键");

    var sheet = page.locator("vaadin-dialog[opened]");
    for (var key : List.of("Ctrl + Z", "Ctrl + V", "Ctrl + F", "Delete")) {
      assertThat(sheet).containsText(key);
    }
    assertThat(sheet).containsText(Pattern.compile("可粘贴到其他旅程"));
    page.keyboard().press("Escape");
  }
}
