package io.waybot.connectors.channel;

import io.waybot.db.content.CrashKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for a gateway in a rehearsal: takes everything, sends nothing, keeps the last few. */
public final class RecordingGateway implements ChannelGateway {
  private static final int KEPT = 100;

  private final String channel;
  private final List<Message> last = new CopyOnWriteArrayList<>();

  public RecordingGateway(String channel) {
    this.channel = channel;
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public CrashKind kind() {
    return CrashKind.IDEMPOTENT;
  }

  @Override
  public Answer send(Message message) {
    last.add(message);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    return new Answer.Accepted("rehearsal");
  }

  public List<Message> recorded() {
    return List.copyOf(last);
  }
}
