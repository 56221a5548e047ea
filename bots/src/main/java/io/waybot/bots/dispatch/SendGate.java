package io.waybot.bots.dispatch;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.calendar.SendingHours;
import io.waybot.db.content.Channel;
import io.waybot.db.dispatch.ChannelCapacity;
import io.waybot.db.dispatch.Contacts;
import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.CustomerFactsTable;
import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.DueSends;
import io.waybot.db.dispatch.Lease;
import io.waybot.db.dispatch.SendRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last gate before a call: in one transaction it locks the batch's customers, reads again what
 * is true now, and commits what may be on its way from then on.
 */
@Component
class SendGate {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final DueSends sends;
  private final Contacts contacts;
  private final CustomerFactsTable facts;
  private final ChannelCapacity capacity;
  private final BlockPace pace;
  private final BankCap cap;
  private final BusinessCalendar calendar;
  private final TransactionTemplate transaction;
  private final KillSwitch killSwitch;
  private final Clock clock;
  private final boolean wavesInSeconds;

  SendGate(
      DueSends sends,
      Contacts contacts,
      CustomerFactsTable facts,
      ChannelCapacity capacity,
      BlockPace pace,
      BankCap cap,
      BusinessCalendar calendar,
      KillSwitch killSwitch,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${waybot.demo.enabled:false}") boolean wavesInSeconds) {
    this.sends = sends;
    this.contacts = contacts;
    this.facts = facts;
    this.capacity = capacity;
    this.pace = pace;
    this.cap = cap;
    this.calendar = calendar;
    this.transaction = new TransactionTemplate(transactions);
    this.killSwitch = killSwitch;
    this.clock = clock;
    this.wavesInSeconds = wavesInSeconds;
  }

  /** When the channel may speak next: now, or a later minute; empty: not in the next 30 days. */
  Optional<Instant> opens(Channel channel, Instant from) {
    return SendingHours.parse(channel.hours())
        .nextAllowed(from.atZone(clock.getZone()), day -> dayAllowed(channel, day))
        .map(ZonedDateTime::toInstant);
  }

  private boolean dayAllowed(Channel channel, LocalDate day) {
    return (!channel.businessDaysOnly() || calendar.isBusinessDay(day))
        && calendar.allowsMarketing(day);
  }

  /**
   * @param taken rows looked at, at least one
   * @param marked those that may be on their way from now on, under the lease
   */
  record Round(Lease lease, int taken, List<MarkedSend> marked) {}

  /** Takes up to so many rows that are due, marks what may be sent, withholds or moves the rest. */
  Optional<Round> mark(Channel channel, int limit, Duration leased) {
    return transaction.execute(status -> {
      var due = sends.take(channel.code(), false, limit);
      var free = contacts.lockFree(due.stream().map(DueSend::customer).toList());
      var ours = due.stream().filter(send -> free.contains(send.customer())).toList();
      sends.putBack(due.stream().filter(send -> !free.contains(send.customer())).toList());
      if (ours.isEmpty()) {
        return Optional.empty();
      }
      var lease = sends.lease(leased);
      return Optional.of(new Round(lease, ours.size(), markLocked(lease, channel, ours)));
    });
  }

  private List<MarkedSend> markLocked(Lease lease, Channel channel, List<DueSend> taken) {
    var due = pace.admit(taken);
    var now = clock.instant();
    var today = now.atZone(clock.getZone()).toLocalDate();
    int left = channel.dailyCapacity() - capacity.lockUsed(channel.code(), today);
    var known = known(channel, due, today);
    var rules = new SendRules(channel, now, today, cap.now(), left, wavesInSeconds, known);

    var marked = new ArrayList<MarkedSend>();
    var withheld = new EnumMap<SendRule, List<UUID>>(SendRule.class);
    var tomorrow = new ArrayList<DueSend>();
    var held = new ArrayList<UUID>();
    for (var send : due) {
      switch (rules.judge(send)) {
        case Verdict.Send go ->
            marked.add(new MarkedSend(send.marked(today), go.address(), about(known, send)));
        case Verdict.Withhold no ->
            withheld.computeIfAbsent(no.rule(), rule -> new ArrayList<>()).add(send.id());
        case Verdict.Tomorrow full -> tomorrow.add(send);
        case Verdict.Hold stopped -> held.add(send.id());
      }
    }
    commitTo(lease, channel, today, due, marked, rules);
    withheld.forEach((rule, ids) -> sends.withhold(ids, rule));
    sends.move(held, now.plus(LOOK_AGAIN), SendRule.STOPPED);
    moveToTomorrow(channel, today, tomorrow);
    return marked;
  }

  private SendRules.Known known(Channel channel, List<DueSend> due, LocalDate today) {
    var customers = due.stream().map(DueSend::customer).distinct().toList();
    int capDays = cap.now().map(BankCap.Cap::days).orElse(1);
    return new SendRules.Known(
        facts.of(customers),
        contacts.optedOut(customers),
        contacts.consent(customers),
        new ContactHistory(
            contacts.since(today.minusDays(capDays - 1L), customers),
            onChannel(channel, customers, today)),
        killSwitch::stops);
  }

  /** Only a channel's own caps ask for it. */
  private Map<Integer, List<Contacts.Contact>> onChannel(
      Channel channel, List<Integer> customers, LocalDate today) {
    int days = channel.caps().stream().mapToInt(Channel.Cap::days).max().orElse(0);
    return days == 0
        ? Map.of()
        : contacts.onChannel(channel.code(), today.minusDays(days - 1L), customers);
  }

  private static CustomerFacts about(SendRules.Known known, DueSend send) {
    return known.facts().getOrDefault(send.customer(), CustomerFacts.NONE);
  }

  private void commitTo(
      Lease lease,
      Channel channel,
      LocalDate today,
      List<DueSend> due,
      List<MarkedSend> marked,
      SendRules rules) {
    sends.sending(lease, marked.stream().map(MarkedSend::send).toList(), today);
    contacts.log(marked.stream().map(MarkedSend::send).filter(rules::counts).toList(), today);
    var countedBefore =
        due.stream()
            .filter(s -> today.equals(s.markedOn()))
            .map(DueSend::id)
            .collect(Collectors.toSet());
    int fresh = (int) marked.stream().filter(m -> !countedBefore.contains(m.send().id())).count();
    capacity.use(channel.code(), today, fresh);
  }

  /** The day is full: the next day's first minute, or never if that is too late. */
  private void moveToTomorrow(Channel channel, LocalDate today, List<DueSend> full) {
    if (full.isEmpty()) {
      return;
    }
    var midnight = today.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    var opens = opens(channel, midnight);
    var late =
        full.stream()
            .filter(s -> opens.isEmpty() || !opens.get().isBefore(s.sendBy()))
            .map(DueSend::id)
            .toList();
    sends.withhold(late, SendRule.CAPACITY);
    if (opens.isPresent()) {
      var inTime = full.stream().map(DueSend::id).filter(id -> !late.contains(id)).toList();
      sends.move(inTime, opens.get(), SendRule.CAPACITY);
    }
  }

  /**
   * The same judgement for a rehearsal: no customer is locked, nothing logged or used up, and no
   * row is moved.
   */
  Optional<Round> rehearse(Channel channel, int limit, Duration leased) {
    return transaction.execute(status -> {
      var due = sends.take(channel.code(), true, limit);
      if (due.isEmpty()) {
        return Optional.empty();
      }
      var lease = sends.lease(leased);
      return Optional.of(new Round(lease, due.size(), markRehearsed(lease, channel, due)));
    });
  }

  private List<MarkedSend> markRehearsed(Lease lease, Channel channel, List<DueSend> due) {
    var now = clock.instant();
    var today = now.atZone(clock.getZone()).toLocalDate();
    var known = known(channel, due, today);
    var rules =
        new SendRules(channel, now, today, cap.now(), Integer.MAX_VALUE, wavesInSeconds, known);
    var marked = new ArrayList<MarkedSend>();
    var withheld = new EnumMap<SendRule, List<UUID>>(SendRule.class);
    for (var send : due) {
      switch (rules.judge(send)) {
        case Verdict.Send go -> marked.add(new MarkedSend(send, go.address(), about(known, send)));
        case Verdict.Withhold no ->
            withheld.computeIfAbsent(no.rule(), rule -> new ArrayList<>()).add(send.id());
        case Verdict.Hold stopped ->
            withheld.computeIfAbsent(SendRule.STOPPED, rule -> new ArrayList<>()).add(send.id());
        case Verdict.Tomorrow full ->
            throw new IllegalStateException("a rehearsal uses no capacity");
      }
    }
    withheld.forEach((rule, ids) -> sends.withhold(ids, rule));
    sends.sendingRehearsed(lease, marked.stream().map(MarkedSend::send).toList());
    return marked;
  }
}
