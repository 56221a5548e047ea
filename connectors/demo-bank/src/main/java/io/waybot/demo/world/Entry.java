package io.waybot.demo.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of the journal: something the world must not forget when it is killed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Message.class, name = "message"),
  @JsonSubTypes.Type(value = Entry.Reported.class, name = "reported"),
  @JsonSubTypes.Type(value = Entry.Lead.class, name = "lead"),
  @JsonSubTypes.Type(value = Entry.LeadWorked.class, name = "lead-worked"),
  @JsonSubTypes.Type(value = Entry.Week.class, name = "week"),
  @JsonSubTypes.Type(value = Entry.WeekReported.class, name = "week-reported")
})
sealed interface Entry {
  /** Accepted from Waybot; {@code customer} is 0 if the address belongs to nobody. */
  record Message(
      String channel,
      String key,
      String id,
      int customer,
      Instant at,
      @Nullable String title,
      String body,
      @Nullable String page,
      @Nullable String link)
      implements Entry {}

  /** Waybot has the receipts of this stream for the first {@code count} messages. */
  record Reported(String stream, int count) implements Entry {}

  /** Work that a colleague found in the list; {@code account} is whose list. */
  record Lead(String id, int customer, String org, String account, String run, String product)
      implements Entry {}

  record LeadWorked(String id) implements Entry {}

  /**
   * Who bought in one week of one journey's date.
   *
   * @param element the wait during which it was decided: element id and how often it was entered
   * @param messages how many messages had arrived: later ones count for the next week
   */
  record Week(
      String journey, String date, int week, String element, int messages, List<Purchase> purchases)
      implements Entry {}

  record WeekReported(String journey, String date, int week) implements Entry {}

  record Purchase(String id, int customer, String product, Instant at, long amountYuan) {}
}
