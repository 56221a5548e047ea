package io.waybot.bots.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

  @ParameterizedTest
  @CsvSource({"1,1", "60,2", "600,20", "300000,10000", "60000000,10000"})
  void givesAtOnceWhatTheChannelSendsInTwoSecondsAndAtMostTenThousand(int perMinute, int atOnce) {
    assertThat(new RateLimit().take(perMinute, 20_000)).isEqualTo(atOnce);
  }

  @Test
  void givesNothingMoreUntilTimeHasPassedUnlessSomethingIsGivenBack() {
    var rate = new RateLimit();

    assertThat(rate.take(1, 1)).isEqualTo(1);
    assertThat(rate.take(1, 1)).isZero();

    rate.giveBack(1);
    assertThat(rate.take(1, 1)).isEqualTo(1);
  }

  @Test
  void followsTheChannelsRateAtTheNextQuestion() {
    var rate = new RateLimit();
    rate.take(1, 1);

    assertThat(rate.take(600, 100)).isEqualTo(20);
  }
}
