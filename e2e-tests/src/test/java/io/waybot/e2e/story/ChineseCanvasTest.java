package io.waybot.e2e.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the designer shows in Chinese is Chinese: every block, menu, pad, field and hint. */
class ChineseCanvasTest {
  /** A word with a small letter; codes of the bank and abbreviations have none. */
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]*[a-z][A-Za-z]*");

  /** What may stand in any text: the date in a file's name, a block's own id. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}|[a-z_]+_\\d+");

  /** What Chinese bankers write in small Latin letters, and the author's login. */
  private static final Set<String> USUAL =
      Set.of("Excel", "App", "Ctrl", "Shift", "Delete", "v", "planner");

  /** Texts, titles, labels for readers and placeholders of everything visible in a part. */
  private static final String WORDS =
      """
      selector => [...document.querySelectorAll(selector)].flatMap(root => {
        const words = [];
        const seen = each => each.checkVisibility({ visibilityProperty: true });
        for (const each of [root, ...root.querySelectorAll('*')]) {
          if (!seen(each) || each.closest('.bjs-powered-by') || each.tagName === 'STYLE') continue;
          for (const name of ['title', 'aria-label', 'placeholder']) {
            if (each.hasAttribute(name)) words.push(each.getAttribute(name));
          }
          for (const node of each.childNodes) {
            if (node.nodeType === Node.TEXT_NODE && node.data.trim()) words.push(node.data.trim());
          }
        }
        return words;
      })
      """;

  private final List<String> foreign = new ArrayList<>();

  @Test
  void everyBlockPadMenuAndFieldSpeaksChinese() {
    var page = SharedBrowser.desktop(SharedInstallation.get().url());
    page.addInitScript(
        "localStorage.setItem('waybot-designer-read', 'yes'); window.missed = [];"
            + "document.addEventListener("
            + "'wb-missed', event => window.missed.push(event.detail.text), true)");
    SignIn.as(page, "planner");
    var designer = Designer.create(page, "全是中文", "All in Chinese");
    look(page, "palette", ".wb-palette");
    look(page, "toolbar", ".wb-tools");
    look(page, "settings", ".wb-side");
    menus(page, designer);
    designer.select("start_1"); // a second one is the engine's to refuse, in its own words
    look(page, "start", ".wb-fields");
    for (var block : blocks(page)) {
      page.locator("[data-block='" + block + "']").click();
      assertThat(page.locator(".djs-element.selected")).isVisible();
      look(page, block, ".wb-fields");
      look(page, block + " pad", ".djs-context-pad");
    }
    lookAtALine(page, designer);
    designer.saved();
    for (var tab : page.locator(".wb-drawer-tabs vaadin-button").all()) {
      tab.click();
      look(page, tab.innerText(), ".wb-drawer");
    }

    assertThat(foreign).isEmpty();
    assertThat((List<?>) page.evaluate("window.missed")).isEmpty();
    page.context().close();
  }

  /** Everything that opens by itself and closes again. */
  private void menus(Page page, Designer designer) {
    designer.select("split_arms_1");
    page.locator(".djs-context-pad .entry.wb-pad-append").click();
    look(page, "append", ".djs-popup");
    page.locator(".djs-popup-search input").fill("没有这种东西");
    look(page, "append nothing", ".djs-popup");
    page.keyboard().press("Escape");
    designer.selectAll("split_arms_1", "filter_by_policy_1", "pull_audience_1");
    look(page, "several pad", ".djs-context-pad");
    page.locator(".djs-context-pad [data-action='align-elements']").click();
    look(page, "align", ".djs-popup");
    page.keyboard().press("Escape");
    page.keyboard().press("Control+f");
    look(page, "search", ".djs-search-container");
    page.locator(".djs-search-input input").press("Escape");
    Designer.button(page, "小地图").click();
    look(page, "map", ".djs-minimap");
    Designer.button(page, "小地图").click();
    designer.select("split_arms_1");
    page.keyboard().press("r");
    assertThat(page.locator(".djs-popup")).hasCount(0);
    page.locator(".wb-tools vaadin-menu-bar-button").first().click();
    look(page, "more", "vaadin-menu-bar-list-box");
    page.keyboard().press("Escape");
    designer.more("快捷键");
    look(page, "keys", "vaadin-dialog[opened] table, vaadin-dialog[opened] vaadin-button");
    page.keyboard().press("Escape");
  }

  /** A line behind a condition, whose fields differ from those of blocks. */
  private void lookAtALine(Page page, Designer designer) {
    page.locator("[data-block='condition']").click();
    page.locator("[data-block='io.waybot.dispatch.push']").click();
    var blocks = page.locator(".djs-element.selected").getAttribute("data-element-id");
    designer.selectLineTo(blocks);
    for (var what : List.of("人数", "星期", "日期", "批次参数")) {
      designer.choose("what", what);
      look(page, "line " + what, ".wb-fields");
    }
  }

  @SuppressWarnings("unchecked")
  private void look(Page page, String where, String selector) {
    assertThat(page.locator(selector).first()).isVisible();
    for (var text : (List<String>) page.evaluate(WORDS, selector)) {
      ENGLISH
          .matcher(PLACEHOLDER.matcher(text).replaceAll(""))
          .results()
          .map(MatchResult::group)
          .filter(word -> !USUAL.contains(word))
          .forEach(word -> foreign.add(where + ": " + word + " in: " + text));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> blocks(Page page) {
    return (List<String>)
        page.locator(".wb-block:not([data-block='start'])")
            .evaluateAll("all => all.map(each => each.dataset.block)");
  }
}
