package io.waybot.e2e.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What a page complains of in the browser's console, and what failed in its scripts. */
public final class Console {
  private final List<String> errors = new ArrayList<>();

  /** Listens to this page from now on. */
  public Console(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.onPageError(errors::add);
  }

  /** Everything since the last call. */
  public List<String> errors() {
    var all = List.copyOf(errors);
    errors.clear();
    return all;
  }
}
