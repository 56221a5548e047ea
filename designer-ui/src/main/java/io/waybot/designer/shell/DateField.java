package io.waybot.designer.shell;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A day to pick, with months, weekdays and dates in the language of the screen. */
public class DateField extends DatePicker {
  private static final int MONDAY = 1;
  private static final String ISO = "yyyy-MM-dd";

  public DateField(String label) {
    this();
    setLabel(label);
  }

  public DateField() {
    var language = Texts.language();
    var names = DateFormatSymbols.getInstance(language);
    var words = new DatePickerI18n();
    words.setMonthNames(List.of(names.getMonths()).subList(0, 12));
    words.setWeekdays(week(names.getWeekdays()));
    words.setWeekdaysShort(shortWeek(names, language));
    words.setFirstDayOfWeek(MONDAY);
    words.setToday(getTranslation("frame.today"));
    words.setCancel(getTranslation("frame.cancel"));
    if (Texts.isChinese(language)) {
      words.setDateFormat(ISO);
    } else {
      words.setDateFormats("d MMM yyyy", ISO);
    }
    setI18n(words);
    setWeekNumbersVisible(false);
  }

  /** Java counts from 1, Sunday first; so does the picker, from 0. */
  private static List<String> week(String[] names) {
    return Arrays.asList(names).subList(1, 8);
  }

  private static List<String> shortWeek(DateFormatSymbols names, Locale language) {
    return Texts.isChinese(language)
        ? week(names.getShortWeekdays()).stream().map(day -> day.substring(1)).toList()
        : week(names.getShortWeekdays());
  }
}
