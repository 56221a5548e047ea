package io.waybot.connectors.imports;

import java.util.regex.Pattern;

/**
 * Text for files that people open in a spreadsheet: what could run as a formula is marked as text.
 */
public final class SpreadsheetText {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

  private SpreadsheetText() {}

  /**
   * The text, with an apostrophe before it if it starts like a formula and is not a plain number.
   */
  public static String safe(String text) {
    if (text.isEmpty() || "=+-@\t\0".indexOf(text.charAt(0)) < 0) {
      return text;
    }
    return NUMBER.matcher(text).matches() ? text : "'" + text;
  }
}
