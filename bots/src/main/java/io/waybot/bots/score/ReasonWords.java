package io.waybot.bots.score;

import io.waybot.connectors.model.Feature;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.DatasetColumn;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Puts a column's value in words: {@code reasons_{zh,en}.properties} has sentences by {@code
 * column.value} or {@code column} ({0} is the value); a column without one is told by its label.
 */
final class ReasonWords {
  private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ReasonWords() {}

  static Reason say(DatasetColumn column, Feature feature, double code) {
    return new Reason(
        column.name(),
        say(LANGUAGES.get(0), column, feature, code),
        say(LANGUAGES.get(1), column, feature, code));
  }

  private static String say(Locale language, DatasetColumn column, Feature feature, double code) {
    var words = ResourceBundle.getBundle("io.waybot.bots.score.reasons", language, EXACT);
    var value = value(language, column, feature, code, words);
    for (var key : List.of(column.name() + "." + value, column.name())) {
      if (words.containsKey(key)) {
        return new MessageFormat(words.getString(key), language).format(new Object[] {value});
      }
    }
    var zh = column.labelZh();
    var label = language.equals(Locale.CHINESE) && zh != null ? zh : column.label();
    return new MessageFormat(words.getString("other"), language)
        .format(new Object[] {label, value});
  }

  private static String value(
      Locale language, DatasetColumn column, Feature feature, double code, ResourceBundle words) {
    if (Double.isNaN(code)) {
      return words.getString("missing");
    }
    if (feature.kind() == Feature.Kind.CATEGORY) {
      return feature.categories().get((int) code);
    }
    return switch (column.type()) {
      case BOOL -> words.getString(code == 1 ? "yes" : "no");
      case DATE -> LocalDate.ofEpochDay((long) code).toString();
      default -> number(language, code);
    };
  }

  private static String number(Locale language, double value) {
    var format = NumberFormat.getNumberInstance(language);
    format.setMaximumFractionDigits(value == Math.rint(value) || Math.abs(value) >= 1_000 ? 0 : 2);
    return format.format(value);
  }

  /**
   * Whether the column may be quoted: the most sensitive tier selects customers but is never told.
   */
  static boolean quotable(DatasetColumn column) {
    return column.tier() < 3 && column.type() != ColumnType.DATE;
  }
}
