package io.waybot.runtime.access;

import org.jspecify.annotations.Nullable;

/** Personal data as screens, lists and the API show it. */
public final class Masked {
  private Masked() {}

  /**
   * {@code 100****1234}; null or empty stays empty, anything shorter than 8 digits is all stars.
   */
  public static String phone(@Nullable String phone) {
    if (phone == null || phone.isBlank()) {
      return "";
    }
    return phone.length() < 8
        ? "****"
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  /** The surname and a star: {@code 高*}, {@code Gao *}. */
  public static String name(@Nullable String surname) {
    if (surname == null || surname.isBlank()) {
      return "*";
    }
    return surname.codePointAt(0) < 0x80 ? surname + " *" : surname + "*";
  }

  /** {@code c***@demo.invalid}. */
  public static String mail(@Nullable String mail) {
    if (mail == null || mail.isBlank()) {
      return "";
    }
    int at = mail.indexOf('@');
    return at < 1 ? "***" : mail.charAt(0) + "***" + mail.substring(at);
  }
}
