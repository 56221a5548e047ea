package io.waybot.bots.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutAssignerTest {

  @Test
  void followsTheWrittenRuleForEveryCustomerOfTheDemoBank() throws Exception {
    var assigner = new HoldoutAssigner("deposit-daily/34", .1);
    var sha = MessageDigest.getInstance("SHA-256");

    for (int n = 100_001; n <= 102_000; n++) {
      var digest = sha.digest(("deposit-daily/34:" + n).getBytes(StandardCharsets.UTF_8));
      var hash = new BigInteger(1, java.util.Arrays.copyOf(digest, 8));
      var below =
          new BigDecimal(hash)
                  .compareTo(
                      new BigDecimal(".1").multiply(new BigDecimal(BigInteger.ONE.shiftLeft(64))))
              < 0;
      assertThat(assigner.control(String.valueOf(n))).as("customer %d", n).isEqualTo(below);
    }
  }

  @Test
  void holdsOutTheNamedCustomerOfTheStarterJourney() {
    var assigner = new HoldoutAssigner("deposit-daily/34", .1);

    assertThat(assigner.control("100037")).isTrue();
    assertThat(assigner.control("103812")).isFalse();
  }

  @Test
  void keepsEarlierControlsWhenTheShareIsRaised() {
    var small = new HoldoutAssigner("salt", .05);
    var large = new HoldoutAssigner("salt", .2);

    var keys = IntStream.range(0, 5_000).mapToObj(n -> "C" + n).filter(small::control).toList();

    assertThat(keys).hasSizeBetween(190, 310).allMatch(large::control);
  }

  @Test
  void holdsOutNobodyAtZeroAndEverybodyAtOne() {
    var nobody = new HoldoutAssigner("salt", 0);
    var everybody = new HoldoutAssigner("salt", 1);

    assertThat(IntStream.range(0, 1_000).mapToObj(n -> "C" + n))
        .noneMatch(nobody::control)
        .allMatch(everybody::control);
  }

  @Test
  void refusesAShareThatIsNoShare() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutAssigner("salt", 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutAssigner("salt", Double.NaN));
  }
}
