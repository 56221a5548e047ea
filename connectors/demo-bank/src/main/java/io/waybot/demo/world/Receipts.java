package io.waybot.demo.world;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells Waybot what became of its messages: delivered at once, clicked or answered a little later.
 * Ids are stable, so a batch that was sent but not noted may be sent again.
 */
final class Receipts {
  private static final int BATCH = 500;
  private static final Duration REACTION = Duration.ofSeconds(2);

  private final Memory memory;
  private final Waybot waybot;
  private final Reactions reactions;
  private final Clock clock;

  Receipts(Memory memory, Waybot waybot, Reactions reactions, Clock clock) {
    this.memory = memory;
    this.waybot = waybot;
    this.reactions = reactions;
    this.clock = clock;
  }

  void report() throws IOException {
    for (var channel : Channels.ALL) {
      report(channel, "delivered", clock.instant());
      report(channel, "reaction", clock.instant().minus(REACTION));
    }
  }

  private void report(String channel, String what, Instant until) throws IOException {
    var stream = channel + '/' + what;
    for (int from = memory.reported(stream); from < memory.messageCount(); ) {
      var batch =
          memory.messages(from, BATCH).stream().takeWhile(m -> !m.at().isAfter(until)).toList();
      if (batch.isEmpty()) {
        return;
      }
      send(
          channel,
          what,
          batch.stream().filter(m -> m.channel().equals(channel) && !m.key().isEmpty()).toList());
      from += batch.size();
      memory.remember(new Entry.Reported(stream, from));
    }
  }

  private void send(String channel, String what, List<Entry.Message> messages) throws IOException {
    if (messages.isEmpty()) {
      return;
    }
    var at = waybot.bankTime();
    var receipts = new ArrayList<Waybot.Receipt>();
    for (var message : messages) {
      receiptsOf(message, what, at).forEach(receipts::add);
    }
    if (!receipts.isEmpty()) {
      waybot.receipts(channel, receipts);
    }
  }

  private Stream<Waybot.Receipt> receiptsOf(Entry.Message message, String what, Instant at) {
    if (what.equals("delivered")) {
      return Stream.of(receipt(message, "DELIVERED", at, Optional.empty()));
    }
    return Stream.of(
            reactions.clicks(message) ? receipt(message, "CLICKED", at, Optional.empty()) : null,
            reactions.optsOut(message) ? receipt(message, "REPLIED", at, Optional.of("R")) : null)
        .filter(java.util.Objects::nonNull);
  }

  private static Waybot.Receipt receipt(
      Entry.Message message, String type, Instant at, Optional<String> text) {
    return new Waybot.Receipt(
        message.id() + '-' + type.toLowerCase(java.util.Locale.ROOT),
        message.key(),
        type,
        at,
        text);
  }
}
