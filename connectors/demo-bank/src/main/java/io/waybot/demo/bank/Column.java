package io.waybot.demo.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One column of the customers file; a null value is written as an empty field. */
record Column(String name, Type type, Function<Profile, @Nullable Object> value) {
  /** Types of the import mapping. */
  enum Type {
    INT,
    DECIMAL,
    TEXT,
    DATE,
    BOOL
  }

  /** All columns, in the order of the file. */
  static List<Column> all() {
    return Stream.of(WhoColumns.ALL, ContactColumns.ALL, MoneyColumns.ALL, ProductColumns.ALL)
        .flatMap(List::stream)
        .toList();
  }

  static Column text(String name, Function<Profile, @Nullable Object> value) {
    return new Column(name, Type.TEXT, value);
  }

  static Column number(String name, Function<Profile, @Nullable Integer> value) {
    return new Column(name, Type.INT, value::apply);
  }

  static Column flag(String name, Function<Profile, Boolean> value) {
    return new Column(name, Type.BOOL, value::apply);
  }

  static Column date(String name, Function<Profile, @Nullable LocalDate> value) {
    return new Column(name, Type.DATE, value::apply);
  }

  static Column yuan(String name, Function<Profile, @Nullable Double> value) {
    return new Column(name, Type.DECIMAL, p -> money(value.apply(p)));
  }

  /** Two decimals, without the cost of a formatter. */
  static @Nullable String money(@Nullable Double yuan) {
    if (yuan == null) {
      return null;
    }
    long cents = Math.round(yuan * 100);
    long rest = cents % 100;
    return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
  }
}
