package io.waybot.bots.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Duration VALID = Duration.ofSeconds(2);

  private final Pace pace = new Pace(VALID);

  @Test
  void settlesWhereARoundTakesHalfTheMarksValidity() {
    for (int round = 0; round < 20; round++) {
      pace.took(pace.atOnce(), Duration.ofMillis(5).toNanos() * pace.atOnce());
    }

    assertThat(pace.atOnce()).isBetween(190, 200);
  }

  @Test
  void growsToItsLimitWhereRoundsAreQuick() {
    for (int round = 0; round < 20; round++) {
      pace.took(pace.atOnce(), Duration.ofMillis(1).toNanos());
    }

    assertThat(pace.atOnce()).isEqualTo(8_000);
  }

  @Test
  void staysAsItIsWhileThereIsLittleToSend() {
    int before = pace.atOnce();
    pace.took(3, Duration.ofMillis(1).toNanos());

    assertThat(pace.atOnce()).isEqualTo(before);
  }

  @Test
  void neverStopsEvenWhenOneSendTakesTooLong() {
    for (int round = 0; round < 20; round++) {
      pace.took(1, Duration.ofSeconds(30).toNanos());
    }

    assertThat(pace.atOnce()).isEqualTo(1);
  }
}
