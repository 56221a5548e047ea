package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.Contacts.Contact;
import io.waybot.db.dispatch.DueSend;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The contacts of a batch's customers: what the ledgers hold, and what the batch itself adds while
 * it is judged.
 */
final class ContactHistory {
  private final Map<Integer, List<Contact>> counting;
  private final Map<Integer, List<Contact>> onChannel;

  ContactHistory(Map<Integer, List<Contact>> counting, Map<Integer, List<Contact>> onChannel) {
    this.counting = new HashMap<>(counting);
    this.onChannel = new HashMap<>(onChannel);
  }

  /** Contacts against the bank's cap within {@code days} local days, without the send itself. */
  int counting(DueSend send, LocalDate today, int days) {
    return count(counting, send, today, days, contact -> true);
  }

  /** Sends on the same channel within {@code days} local days that {@code which} accepts. */
  int onChannel(DueSend send, LocalDate today, int days, Predicate<Contact> which) {
    return count(onChannel, send, today, days, which);
  }

  /** Whether another journey's run contacts the customer on this day. */
  boolean byAnother(DueSend send, LocalDate today) {
    return count(counting, send, today, 1, c -> !send.scopeRunId().equals(c.scopeRunId())) > 0;
  }

  private static int count(
      Map<Integer, List<Contact>> contacts,
      DueSend send,
      LocalDate today,
      int days,
      Predicate<Contact> which) {
    var known = contacts.get(send.customer());
    if (known == null) {
      return 0;
    }
    var after = today.minusDays(days);
    int count = 0;
    for (var contact : known) {
      if (!contact.id().equals(send.id()) && contact.on().isAfter(after) && which.test(contact)) {
        count++;
      }
    }
    return count;
  }

  void add(DueSend send, LocalDate today, boolean counts) {
    var contact = new Contact(send.id(), send.channel(), today, send.scopeRunId());
    put(onChannel, contact, send.customer());
    if (counts) {
      put(counting, contact, send.customer());
    }
  }

  private static void put(Map<Integer, List<Contact>> contacts, Contact contact, int customer) {
    contacts.merge(
        customer,
        List.of(contact),
        (known, more) -> Stream.concat(known.stream(), more.stream()).toList());
  }
}
