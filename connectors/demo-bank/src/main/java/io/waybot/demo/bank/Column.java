package io.waybot.demo.bank;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column of the customers file; a null value is written as an empty field. */
record Column(String name, Function<Profile, @Nullable Object> value) {
  static Column column(String name, Function<Profile, @Nullable Object> value) {
    return new Column(name, value);
  }

  static Column yuan(String name, Function<Profile, @Nullable Double> value) {
    return new Column(name, p -> money(value.apply(p)));
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
