package io.waybot.bots.event;

import io.waybot.bots.policy.CustomerFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one event shows in the columns of the bank's customers. */
sealed interface Detection {
  String code();

  /** What it looks at; without all of them the bank's data cannot show the event. */
  List<String> columns();

  /** Something that happened on a day which the data tell. */
  record Moment(String code, List<String> columns, Day day) implements Detection {}

  /** Something that is so; it happens on the day when it begins. */
  record Condition(String code, List<String> columns, Holds holds) implements Detection {}

  @FunctionalInterface
  interface Day {
    /** Null if it never happened. */
    @Nullable LocalDate of(CustomerFacts facts, LocalDate businessDate);
  }

  @FunctionalInterface
  interface Holds {
    boolean of(CustomerFacts facts);
  }
}
