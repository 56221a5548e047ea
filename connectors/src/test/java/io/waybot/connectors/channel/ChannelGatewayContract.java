package io.waybot.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waybot.db.content.CrashKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What every way out of the bank must do, whatever the provider speaks. */
abstract class ChannelGatewayContract {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);
  static final String SECRET = "s3cret-of-the-channel";

  /** The gateway under test, pointed at a peer that works. */
  abstract ChannelGateway gateway();

  /** The same, pointed at a port where nobody listens. */
  abstract ChannelGateway gatewayToNobody();

  /** The same, pointed at a peer that takes the message and never answers. */
  abstract ChannelGateway gatewayToASilentPeer();

  /** An address the peer accepts. */
  abstract String goodAddress();

  /** An address the peer refuses for good. */
  abstract String refusedAddress();

  /** How often the peer delivered this key. */
  abstract int delivered(String key);

  static Message message(String key, String address) {
    return new Message(key, address, "Title 标题", "尊敬的客户您好,年利率1.35%。", "deposits", null, null);
  }

  @Test
  void handsTheMessageOverOnce() {
    var answer = gateway().send(message("k1", goodAddress()));

    assertThat(answer).isInstanceOf(Answer.Accepted.class);
    assertThat(delivered("k1")).isEqualTo(1);
  }

  @Test
  void keepsItsPromiseAboutTheSameKeySentTwice() {
    gateway().send(message("k2", goodAddress()));
    gateway().send(message("k2", goodAddress()));

    assertThat(delivered("k2")).isEqualTo(gateway().kind() == CrashKind.IDEMPOTENT ? 1 : 2);
  }

  @Test
  void tellsARefusalFromATrouble() {
    var answer = gateway().send(message("k3", refusedAddress()));

    assertThat(answer).isInstanceOf(Answer.Rejected.class);
    assertThat(answer.toString()).doesNotContain(refusedAddress());
  }

  @Test
  void saysBusyWhenTheMessageCertainlyDidNotArrive() {
    assertThat(gatewayToNobody().send(message("k4", goodAddress())))
        .isInstanceOf(Answer.Busy.class);
  }

  @Test
  void saysAmbiguousWhenNoAnswerCameAfterTheMessageLeft() {
    assertThat(gatewayToASilentPeer().send(message("k5", goodAddress())))
        .isInstanceOf(Answer.Ambiguous.class);
  }

  @Test
  void answersQuestionsByReferenceOnlyWhenItIsQueryable() {
    var gateway = gateway();
    if (gateway.kind() == CrashKind.QUERYABLE) {
      gateway.send(message("k6", goodAddress()));

      assertThat(gateway.query("k6")).isEqualTo(Fate.KNOWN);
      assertThat(gateway.query("never-sent")).isEqualTo(Fate.ABSENT);
      assertThat(gatewayToNobody().query("k6")).isEqualTo(Fate.SILENT);
    } else {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> gateway.query("k6"));
    }
  }
}
