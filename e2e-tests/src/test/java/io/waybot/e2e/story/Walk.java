package io.waybot.e2e.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.waybot.e2e.browser.Console;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One person's way through the pages of the menu, and what is wrong on them. */
final class Walk {
  /** {@code !key}: a text that no file has; {@code run.kind.DAILY}: a key shown as it is. */
  private static final Pattern KEY =
      Pattern.compile("![a-z]\\w*(\\.\\w+)+|\\?\\?\\?|\\b[a-z]+(\\.[A-Za-z]\\w*)+\\b");

  private static final Pattern FILE_NAME = Pattern.compile("\\w+\\.(csv|xlsx|bpmn)");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}[^\\n]*");
  private static final String SWITCH_TO_CHINESE = "中";

  /** Everybody has their own. */
  private static final String HOME = "";

  /** What customers read stands in their language; the catalogue lists both names of everything. */
  private static final Set<String> IN_BOTH_LANGUAGES = Set.of("received", "catalogue");

  /** A rule and not a removal: a table may draw its rows again at any moment. */
  private static final String HIDE_PEOPLES_OWN_WORDS = ".wb-said { display: none !important; }";

  private final Page page;
  private final boolean english;
  private final Console console;
  private final List<String> wrong;

  private Walk(Page page, boolean english, List<String> wrong) {
    this.page = page;
    this.english = english;
    this.wrong = wrong;
    this.console = new Console(page);
  }

  /**
   * Visits the pages of the menu of the person signed in.
   *
   * @param known pages to leave out
   * @param wrong what is wrong is added to it
   * @return all pages of the menu
   */
  static List<String> through(Page page, boolean english, Set<String> known, List<String> wrong) {
    var walk = new Walk(page, english, wrong);
    var paths = walk.menu();
    if (paths.size() < 3) {
      wrong.add("the menu has only " + paths);
    }
    paths.stream().filter(path -> path.equals(HOME) || !known.contains(path)).forEach(walk::visit);
    return paths;
  }

  @SuppressWarnings("unchecked")
  private List<String> menu() {
    page.waitForSelector(
        "vaadin-side-nav-item",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('vaadin-side-nav-item')]"
                + ".map(item => item.path).filter(path => path != null)");
  }

  private void visit(String path) {
    page.navigate("/" + path.replaceFirst("^/", ""));
    try {
      page.waitForSelector(".wb-page > *");
    } catch (TimeoutError empty) {
      complain(path, "no page after 30 seconds; its body: " + page.locator("body").innerText());
      return;
    }
    page.waitForFunction(
        "Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())");
    page.addStyleTag(new Page.AddStyleTagOptions().setContent(HIDE_PEOPLES_OWN_WORDS));
    var text = page.locator("body").innerText();
    KEY.matcher(text)
        .results()
        .map(found -> found.group())
        .filter(found -> !FILE_NAME.matcher(found).matches())
        .forEach(found -> complain(path, "a key is shown: " + found));
    if (english && !IN_BOTH_LANGUAGES.contains(path)) {
      text.lines()
          .filter(line -> !line.strip().equals(SWITCH_TO_CHINESE))
          .flatMap(line -> CHINESE.matcher(line).results())
          .forEach(found -> complain(path, "Chinese on an English page: " + found.group()));
    }
    console.errors().forEach(error -> complain(path, "the console says: " + error));
    var wider = (Number) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (wider.intValue() > 0) {
      complain(path, "wider than the screen by " + wider + " pixels");
    }
  }

  private void complain(String path, String what) {
    wrong.add((english ? "en /" : "zh /") + path + ": " + what);
  }
}
