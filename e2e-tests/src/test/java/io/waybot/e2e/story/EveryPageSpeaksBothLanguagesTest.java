package io.waybot.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.browser.SharedBrowser;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody's menu, page by page, in Chinese and in English. */
class EveryPageSpeaksBothLanguagesTest {

  @ParameterizedTest
  @ValueSource(strings = {"planner", "approver", "staff", "manager", "analyst", "admin"})
  void everyPageOfTheMenu(String login) {
    var url = SharedInstallation.get().url();
    var chinese = SignIn.as(fresh(login, url), login);
    var wrong = new ArrayList<>(Walk.through(chinese, false));
    chinese.context().close();

    var english = SignIn.as(SharedBrowser.inEnglish(fresh(login, url), url), login);
    wrong.addAll(Walk.through(english, true));
    english.context().close();

    assertThat(wrong).isEmpty();
  }

  /** Branch staff work on a phone. */
  private static Page fresh(String login, String url) {
    return login.equals("staff") ? SharedBrowser.phone(url) : SharedBrowser.desktop(url);
  }
}
