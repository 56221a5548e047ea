package io.waybot.connectors.channel;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.CrashKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class GuardedGatewayTest {
  private int calls;
  private Answer next = new Answer.Ambiguous("no answer");
  private Instant now = Instant.parse("2026-11-20T01:00:00Z");
  private final ChannelGateway guarded =
      new GuardedGateway(
          new Scripted(), Duration.ofSeconds(30), ((InstantSource) () -> now).withZone(UTC));

  @Test
  void leavesASilentProviderAloneAndComesBackAfterARest() {
    for (int i = 0; i < 30; i++) {
      guarded.send(message());
    }
    int callsBeforeRest = calls;

    next = new Answer.Accepted("p");
    now = now.plusSeconds(29);
    var early = guarded.send(message());
    now = now.plusSeconds(2);
    var answer = guarded.send(message());

    assertThat(callsBeforeRest).isEqualTo(10);
    assertThat(early).isEqualTo(new Answer.Busy("circuit open"));
    assertThat(answer).isEqualTo(new Answer.Accepted("p"));
  }

  @Test
  void doesNotBlameTheProviderForMessagesItRefuses() {
    next = new Answer.Rejected("unknown device");

    for (int i = 0; i < 30; i++) {
      assertThat(guarded.send(message())).isInstanceOf(Answer.Rejected.class);
    }

    assertThat(calls).isEqualTo(30);
  }

  @Test
  void showsNoNumberAndNoTextInReasonsAndLogs() {
    assertThat(new Answer.Rejected("10012345678 is wrong").reason()).isEqualTo("*** is wrong");
    assertThat(message().toString()).isEqualTo("Message[k]");
    assertThat(
            new ChannelEndpoints.Endpoint(
                    java.net.URI.create("http://p"), "secret", "acc", "pw", null)
                .toString())
        .doesNotContain("secret")
        .doesNotContain("pw");
  }

  private static Message message() {
    return new Message("k", "10012345678", "t", "b", null, null, null);
  }

  private final class Scripted implements ChannelGateway {
    @Override
    public String channel() {
      return "push";
    }

    @Override
    public CrashKind kind() {
      return CrashKind.IDEMPOTENT;
    }

    @Override
    public Answer send(Message message) {
      calls++;
      return next;
    }
  }
}
