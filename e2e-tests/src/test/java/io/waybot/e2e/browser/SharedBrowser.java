package io.waybot.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chromium, started once per test run: the system's, else Playwright's own download. */
public final class SharedBrowser {
  private static final int PATIENCE_MILLIS = 30_000;
  private static @Nullable Browser browser;

  private SharedBrowser() {}

  /** A fresh session in Chinese at the size of a branch desktop. */
  public static Page desktop(String url) {
    return page(url, 1366, 768, "zh-CN");
  }

  /** A fresh session at the size of a phone. */
  public static Page phone(String url) {
    return page(url, 390, 844, "zh-CN");
  }

  /** The same session in the other language, as somebody chose it before. */
  public static Page inEnglish(Page page, String url) {
    page.context().addCookies(List.of(new Cookie("waybot-language", "en").setUrl(url)));
    return page;
  }

  private static Page page(String url, int width, int height, String locale) {
    BrowserContext context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(url)
                    .setViewportSize(width, height)
                    .setLocale(locale)
                    .setTimezoneId("Asia/Shanghai"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    return context.newPage();
  }

  private static synchronized Browser browser() {
    if (browser == null) {
      var named = executable();
      var options =
          new BrowserType.LaunchOptions()
              .setHeadless(true)
              .setArgs(
                  List.of(
                      "--no-sandbox",
                      "--disable-gpu",
                      "--disable-quic",
                      "--no-first-run",
                      "--disable-background-networking",
                      "--disable-component-update",
                      "--disable-sync"));
      var environment = new java.util.HashMap<String, String>();
      if (named != null) {
        options.setExecutablePath(named);
        environment.putAll(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
      }
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      browser = playwright.chromium().launch(options);
    }
    return browser;
  }

  private static @Nullable Path executable() {
    var named = System.getenv("WAYBOT_BROWSER");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    var debian = Path.of("/usr/bin/chromium");
    return Files.isExecutable(debian) ? debian : null;
  }
}
