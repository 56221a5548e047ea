package io.waybot.bots.dispatch;

import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.Fate;
import io.waybot.connectors.channel.Message;
import io.waybot.db.content.CrashKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A provider that delivers, unless told otherwise, and remembers every delivery. */
final class FakeGateway implements ChannelGateway {
  final List<Message> delivered = new CopyOnWriteArrayList<>();
  volatile Function<Message, Answer> behaviour = this::deliver;
  volatile boolean answersQuestions = true;
  private final String channel;
  private final CrashKind kind;

  FakeGateway(String channel, CrashKind kind) {
    this.channel = channel;
    this.kind = kind;
  }

  /** What a process that dies in the middle of a call looks like from here. */
  static final class Killed extends Error {
    Killed() {
      super("killed", null, false, false);
    }
  }

  /** Takes the message; an idempotent provider takes a key once. */
  synchronized Answer deliver(Message message) {
    if (kind != CrashKind.IDEMPOTENT || times(message.key()) == 0) {
      delivered.add(message);
    }
    return new Answer.Accepted("p-" + message.key());
  }

  long times(String key) {
    return delivered.stream().filter(m -> m.key().equals(key)).count();
  }

  List<String> addresses() {
    return delivered.stream().map(Message::address).sorted().toList();
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public CrashKind kind() {
    return kind;
  }

  @Override
  public Answer send(Message message) {
    return behaviour.apply(message);
  }

  @Override
  public Fate query(String key) {
    if (kind != CrashKind.QUERYABLE) {
      throw new UnsupportedOperationException(channel);
    }
    return !answersQuestions ? Fate.SILENT : times(key) > 0 ? Fate.KNOWN : Fate.ABSENT;
  }
}
