package io.waybot.designer.shell;

import java.util.regex.Pattern;

/** Sentences that are kept in both languages, Chinese first: the reader sees one. */
public final class Half {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final String BETWEEN = " / ";

  private Half() {}

  /** The half in the language of the screen; the whole text when it is not in both. */
  public static String of(String text) {
    for (int i = text.indexOf(BETWEEN); i >= 0; i = text.indexOf(BETWEEN, i + 1)) {
      var zh = text.substring(0, i);
      var en = text.substring(i + BETWEEN.length());
      if (CHINESE.matcher(zh).find() && !CHINESE.matcher(en).find()) {
        return Texts.isChinese(Texts.language()) ? zh : en;
      }
    }
    return text;
  }
}
