package io.waybot.designer.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Numbers and dates as the current language writes them. */
public final class Formats {
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter CHINESE_SHORT_DAY =
      DateTimeFormatter.ofPattern("MM-dd EEE", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final DateTimeFormatter CHINESE_MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter ENGLISH_MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

  private Formats() {}

  /** A count of customers or things, always whole: 12,000. */
  public static String count(long count) {
    return number(BigDecimal.valueOf(count), 0);
  }

  /** Yuan: 2,245元 or 204.5万元; 2,245 yuan or 2.05 M yuan. */
  public static String yuan(BigDecimal amount) {
    if (Texts.isChinese(Texts.language())) {
      if (amount.abs().compareTo(YI) >= 0) {
        return number(amount.divide(YI), 2) + "亿元";
      }
      return amount.abs().compareTo(WAN) >= 0
          ? number(amount.divide(WAN), 1) + "万元"
          : number(amount, 2) + "元";
    }
    return amount.abs().compareTo(MILLION) >= 0
        ? number(amount.divide(MILLION), 2) + " M yuan"
        : number(amount, 2) + " yuan";
  }

  /** A share between 0 and 1 in percent, at most so many decimals. */
  public static String percent(double share, int decimals) {
    return number(BigDecimal.valueOf(share).movePointRight(2), decimals) + "%";
  }

  /** 2026-11-20 周五; Fri 20 Nov 2026. */
  public static String day(LocalDate date) {
    return Texts.isChinese(Texts.language())
        ? date
            + " "
            + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.SIMPLIFIED_CHINESE)
        : ENGLISH_DAY.format(date);
  }

  /** 11-20 周五; Fri 20 Nov: where the year goes without saying. */
  public static String shortDay(LocalDate date) {
    return Texts.isChinese(Texts.language())
        ? CHINESE_SHORT_DAY.format(date)
        : ENGLISH_SHORT_DAY.format(date);
  }

  /** 09:05. */
  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /** 2026-11-20 09:05; 20 Nov 2026 09:05: a moment on the bank's wall clock. */
  public static String moment(java.time.Instant at, java.time.ZoneId zone) {
    var local = at.atZone(zone);
    return (Texts.isChinese(Texts.language()) ? CHINESE_MOMENT : ENGLISH_MOMENT).format(local);
  }

  private static String number(BigDecimal value, int decimals) {
    var pattern = "#,##0" + (decimals == 0 ? "" : "." + "#".repeat(decimals));
    var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
