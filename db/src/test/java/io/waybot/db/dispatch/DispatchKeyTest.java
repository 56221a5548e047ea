package io.waybot.db.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatchKeyTest {
  private static final UUID RUN = UUID.fromString("3f0d7a52-5e6d-4c8e-9b41-7d8a6f2c1e05");

  @Test
  void theSameSendHasTheSameKeyAndAnyOtherAnother() {
    var key = key(RUN, "send#1", 7, "sms");

    assertThat(key.opaque())
        .hasSize(32)
        .isEqualTo(key(RUN, "send#1", 7, "sms").opaque())
        .isNotEqualTo(key(RUN, "send#2", 7, "sms").opaque())
        .isNotEqualTo(key(RUN, "send#1", 8, "sms").opaque())
        .isNotEqualTo(key(RUN, "send#1", 7, "push").opaque())
        .isNotEqualTo(key(new UUID(1, 2), "send#1", 7, "sms").opaque());
    assertThat(
            IntStream.range(0, 100_000)
                .mapToObj(customer -> key(RUN, "send#1", customer, "sms").opaque())
                .distinct())
        .hasSize(100_000);
  }

  @Test
  void whoBringsTheKeyBackNamesTheRow() {
    var key = key(RUN, "send#1", 7, "sms");

    assertThat(DispatchKey.idOf(key.opaque())).contains(key.id());
    assertThat(DispatchKey.opaque(key.id())).isEqualTo(key.opaque());
    assertThat(DispatchKey.idOf("no key of ours")).isEmpty();
    assertThat(DispatchKey.idOf("x".repeat(32))).isEmpty();
  }

  @Test
  void sendsWrittenTogetherLieTogether() {
    var first = near(key(RUN, "send#1", 4_096, "sms"));

    assertThat(near(key(RUN, "send#1", 8_191, "sms"))).isEqualTo(first);
    assertThat(near(key(RUN, "send#1", 8_192, "sms"))).isNotEqualTo(first);
    assertThat(near(key(RUN, "send#2", 4_096, "sms"))).isNotEqualTo(first);
    assertThat(near(key(RUN, "send#1", 4_096, "push"))).isNotEqualTo(first);
  }

  private static DispatchKey key(UUID scopeRun, String step, int customer, String channel) {
    return new DispatchKey.Block(scopeRun, step, channel).key(customer);
  }

  private static String near(DispatchKey key) {
    return key.opaque().substring(0, 12);
  }
}
