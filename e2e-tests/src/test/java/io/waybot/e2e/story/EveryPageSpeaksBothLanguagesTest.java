package io.waybot.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.e2e.browser.Console;
import io.waybot.e2e.browser.SharedBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody's menu, page by page, in Chinese and in English. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageSpeaksBothLanguagesTest {
  /** {@code !key}: a text that no file has; {@code run.kind.DAILY}: a key shown as it is. */
  private static final Pattern KEY =
      Pattern.compile("![a-z]\\w*(\\.\\w+)+|\\?\\?\\?|\\b[a-z]+(\\.[A-Za-z]\\w*)+\\b");

  private static final Pattern FILE_NAME = Pattern.compile("[a-z_]+\\.(csv|xlsx|bpmn)");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}[^\\n]*");

  /** Shows what customers read, in the customers' language. */
  private static final Set<String> CUSTOMERS_WORDS = Set.of("received");

  private WaybotProcess waybot;

  @BeforeAll
  void start() {
    waybot = SharedInstallation.get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"planner", "approver", "staff", "manager", "analyst", "admin"})
  void everyPageOfTheMenu(String login) {
    var chinese = page(login);
    SignIn.as(chinese, login);
    var paths = menu(chinese);
    assertThat(paths).hasSizeGreaterThan(3);
    var wrong = visit(chinese, paths, "zh");
    chinese.context().close();

    var english = SharedBrowser.inEnglish(page(login), waybot.url());
    SignIn.as(english, login);
    wrong.addAll(visit(english, paths, "en"));
    english.context().close();

    assertThat(wrong).isEmpty();
  }

  private Page page(String login) {
    return login.equals("staff")
        ? SharedBrowser.phone(waybot.url())
        : SharedBrowser.desktop(waybot.url());
  }

  @SuppressWarnings("unchecked")
  private static List<String> menu(Page page) {
    page.waitForSelector("vaadin-side-nav-item", attached());
    return (List<String>)
        page.evaluate(
            "[...document.querySelectorAll('vaadin-side-nav-item')]"
                + ".map(item => item.path).filter(path => path != null)");
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private List<String> visit(Page page, List<String> paths, String language) {
    var console = new Console(page);
    var wrong = new ArrayList<String>();
    for (var path : paths) {
      page.navigate("/" + path.replaceFirst("^/", ""));
      page.waitForSelector(".wb-page > *");
      page.waitForFunction("!window.Vaadin.Flow.clients || Object.values(window.Vaadin.Flow.clients)"
          + ".every(client => !client.isActive || !client.isActive())");
      var text = page.locator("body").innerText();
      var where = language + " /" + path + ": ";
      KEY.matcher(text)
          .results()
          .map(found -> found.group())
          .filter(found -> !FILE_NAME.matcher(found).matches())
          .forEach(found -> wrong.add(where + "a key is shown: " + found));
      if (language.equals("en") && !CUSTOMERS_WORDS.contains(path)) {
        CHINESE
            .matcher(text.replace("\n中\n", "\n"))
            .results()
            .forEach(found -> wrong.add(where + "Chinese on an English page: " + found.group()));
      }
      console.errors().forEach(error -> wrong.add(where + "console: " + error));
      var wider = (Number) page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (wider.intValue() > 0) {
        wrong.add(where + "is " + wider + " pixels wider than the screen");
      }
    }
    return wrong;
  }
}
