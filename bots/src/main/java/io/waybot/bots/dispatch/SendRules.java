package io.waybot.bots.dispatch;

import io.waybot.db.content.Channel;
import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.SendRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are judged once more in the sending transaction, on what is true then. The first
 * that hits is the recorded reason. Care obeys all but the caps; a service notice does not need
 * consent.
 */
final class SendRules {
  private final Channel channel;
  private final List<Channel.Cap> ownCaps;
  private final Instant now;
  private final LocalDate today;
  private final Optional<BankCap.Cap> cap;
  private final boolean wavesInSeconds;
  private final Map<Integer, CustomerFacts> facts;
  private final Map<Integer, Set<String>> optedOut;
  private final Map<Integer, Boolean> consent;
  private final ContactHistory history;
  private final Predicate<DueSend> stopped;
  private int capacityLeft;

  /**
   * @param capacityLeft how many more the channel may send today
   * @param wavesInSeconds a demo plays waits of days in seconds: a one-day cap does not count the
   *     waves of the same run
   */
  SendRules(
      Channel channel,
      Instant now,
      LocalDate today,
      Optional<BankCap.Cap> cap,
      int capacityLeft,
      boolean wavesInSeconds,
      Known known) {
    this.channel = channel;
    this.ownCaps = channel.caps();
    this.now = now;
    this.today = today;
    this.cap = cap;
    this.capacityLeft = capacityLeft;
    this.wavesInSeconds = wavesInSeconds;
    this.facts = known.facts();
    this.optedOut = known.optedOut();
    this.consent = known.consent();
    this.history = known.history();
    this.stopped = known.stopped();
  }

  /** What is known of the batch's customers and of stop orders. */
  record Known(
      Map<Integer, CustomerFacts> facts,
      Map<Integer, Set<String>> optedOut,
      Map<Integer, Boolean> consent,
      ContactHistory history,
      Predicate<DueSend> stopped) {}

  /** Judges one send; a send that may go counts for the ones judged after it. */
  Verdict judge(DueSend send) {
    var about = facts.getOrDefault(send.customer(), CustomerFacts.NONE);
    var rule = firstRule(send, about);
    if (rule != null) {
      return new Verdict.Withhold(rule);
    }
    if (stopped.test(send)) {
      return new Verdict.Hold();
    }
    var address = Addresses.of(send, about);
    if (address == null) {
      return new Verdict.Withhold(SendRule.NO_ADDRESS);
    }
    boolean countedAlready = today.equals(send.markedOn());
    if (!countedAlready && capacityLeft <= 0) {
      return new Verdict.Tomorrow();
    }
    if (!countedAlready) {
      capacityLeft--;
    }
    history.add(send, today, counts(send));
    return new Verdict.Send(address);
  }

  /** Whether the send counts against the bank's cap. */
  boolean counts(DueSend send) {
    return send.marketing() && channel.countsAsContact();
  }

  private @Nullable SendRule firstRule(DueSend send, CustomerFacts about) {
    if (send.runState().equals("CANCELLED")) {
      return SendRule.CANCELLED;
    }
    if (!now.isBefore(send.sendBy())
        || (send.validUntil() != null && today.isAfter(send.validUntil()))) {
      return SendRule.EXPIRED;
    }
    if (optedOut(send, about)) {
      return SendRule.OPTED_OUT;
    }
    if (!send.purpose().equals("SERVICE")
        && !consent.getOrDefault(send.customer(), about.flag("consent"))) {
      return SendRule.NO_CONSENT;
    }
    if (about.text("protected_reason") != null) {
      return SendRule.PROTECTED;
    }
    if (about.flag("complaint_open")) {
      return SendRule.COMPLAINT;
    }
    var unsuitable = unsuitable(send, about);
    return unsuitable != null ? unsuitable : capped(send, about);
  }

  private boolean optedOut(DueSend send, CustomerFacts about) {
    var ours = optedOut.getOrDefault(send.customer(), Set.of());
    var theirs = about.optedOut();
    return ours.contains(send.channel())
        || ours.contains("*")
        || theirs.contains(send.channel())
        || theirs.contains("*");
  }

  private static @Nullable SendRule unsuitable(DueSend send, CustomerFacts about) {
    if (send.riskLevel() == null) {
      return null;
    }
    var state = about.text("risk_state");
    if (state != null && !state.equals("valid")) {
      return SendRule.ASSESSMENT;
    }
    var level = about.text("risk_level");
    return level != null && send.riskLevel() > Integer.parseInt(level.replace("C", ""))
        ? SendRule.RISK
        : null;
  }

  private @Nullable SendRule capped(DueSend send, CustomerFacts about) {
    if (!send.marketing()) {
      return null;
    }
    for (var limit : ownCaps) {
      int sent =
          history.onChannel(
              send,
              today,
              limit.days(),
              contact ->
                  !(wavesInSeconds
                      && limit.days() == 1
                      && contact.scopeRunId().equals(send.scopeRunId())));
      if (sent >= limit.contacts()) {
        return SendRule.CAP;
      }
    }
    if (!channel.countsAsContact()) {
      return null;
    }
    if (history.byAnother(send, today)) {
      return SendRule.OTHER_WON;
    }
    return cap.isPresent()
            && about.number("contacts_7d") + history.counting(send, today, cap.get().days())
                >= cap.get().contacts()
        ? SendRule.CAP
        : null;
  }
}
