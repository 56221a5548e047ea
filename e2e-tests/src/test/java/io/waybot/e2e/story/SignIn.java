package io.waybot.e2e.story;

import com.microsoft.playwright.Page;
import io.waybot.e2e.app.WaybotProcess;

/** The login page. */
final class SignIn {
  private SignIn() {}

  static Page as(Page page, String login) {
    page.navigate("/login");
    page.locator("input[name=username]").fill(login);
    page.locator("input[name=password]").fill(WaybotProcess.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }
}
