package io.waybot.designer.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a person's language in a cookie, so that the next visit opens in it; Chinese at first. */
@Component
class Language implements VaadinServiceInitListener {
  private static final String COOKIE = "waybot-language";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(init -> init.getSession().setLocale(remembered(init.getRequest())));
  }

  /** Shows the current page in another language; a page that can relabel itself keeps its input. */
  static void change(UI ui, Locale locale) {
    remember(locale);
    ui.getSession().setLocale(locale);
    for (var open : ui.getSession().getUIs()) {
      open.setLocale(locale);
    }
    ui.refreshCurrentRoute(true);
  }

  /** The language of the visit before. */
  static Locale remembered(@Nullable VaadinRequest request) {
    var cookies = request == null ? null : request.getCookies();
    if (cookies != null) {
      for (var cookie : cookies) {
        if (cookie.getName().equals(COOKIE) && cookie.getValue().equals("en")) {
          return Texts.ENGLISH;
        }
      }
    }
    return Texts.CHINESE;
  }

  private static void remember(Locale locale) {
    VaadinResponse response = VaadinService.getCurrentResponse();
    var cookie = new Cookie(COOKIE, Texts.isChinese(locale) ? "zh" : "en");
    cookie.setPath("/");
    cookie.setMaxAge((int) REMEMBERED.toSeconds());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
