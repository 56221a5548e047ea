package io.waybot.runtime.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language an API caller is answered in. */
public final class RequestLanguage {
  private RequestLanguage() {}

  /** English when the caller asks for it first, else Chinese. */
  public static Locale of(HttpServletRequest request) {
    return request.getHeader("Accept-Language") != null
            && request.getLocale().getLanguage().equals("en")
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }
}
