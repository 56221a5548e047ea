package io.waybot.bots.dispatch;

/** How long a text message is and how many parts it is billed as. */
public final class SmsText {
  private static final String GSM_TWO = "^{}\\[~]|€";

  private SmsText() {}

  /**
   * Parts of at most 70 UCS-2 characters (67 each when there are several), or 160 (153) when all
   * are in the GSM 7-bit alphabet.
   */
  public static int parts(String text) {
    int gsm = gsmLength(text);
    return gsm >= 0 ? parts(gsm, 160, 153) : parts(text.length(), 70, 67);
  }

  private static int parts(int length, int single, int each) {
    return length <= single ? 1 : (length + each - 1) / each;
  }

  /** Length in septets, −1 if a character is not in the alphabet. */
  private static int gsmLength(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (GSM_TWO.indexOf(c) >= 0) {
        length += 2;
      } else if (c == '\n' || c == '\r' || (c >= ' ' && c <= 'z' && c != '`')) {
        length++;
      } else {
        return -1;
      }
    }
    return length;
  }
}
