package io.waybot.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everybody's menu, page by page, in Chinese and in English. */
class EveryPageSpeaksBothLanguagesTest {
  private static final List<String> LOGINS =
      List.of("planner", "approver", "staff", "manager", "analyst", "admin");

  /** Branch staff. */
  private static final String ON_A_PHONE = "staff";

  /** A page that several people have in their menus is looked at once in each language and size. */
  @Test
  void everyPageOfEverybodysMenu() {
    var url = SharedInstallation.get().url();
    var wrong = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var login : LOGINS) {
      var before = login.equals(ON_A_PHONE) ? Set.<String>of() : Set.copyOf(seen);
      var chinese = SignIn.as(fresh(login, url), login);
      seen.addAll(Walk.through(chinese, false, before, wrong));
      chinese.context().close();

      var english = SignIn.as(SharedBrowser.inEnglish(fresh(login, url), url), login);
      Walk.through(english, true, before, wrong);
      english.context().close();
    }

    assertThat(wrong).isEmpty();
    assertThat(seen).hasSizeGreaterThan(25);
  }

  private static Page fresh(String login, String url) {
    return login.equals(ON_A_PHONE) ? SharedBrowser.phone(url) : SharedBrowser.desktop(url);
  }
}
