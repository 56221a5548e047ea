package io.waybot.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void drawsTheNumbersOfTheSpecification() {
    assertThat(Dice.u("payroll", 100_001)).isCloseTo(0.434847568383, within(1e-12));
    assertThat(Dice.u("group", 100_001)).isCloseTo(0.227310021064, within(1e-12));
  }

  @Test
  void bellHasMeanZeroAndDeviationOne() {
    var statistics =
        IntStream.range(0, 100_000).mapToDouble(n -> Dice.bell("salary", n)).summaryStatistics();
    double squares =
        IntStream.range(0, 100_000)
            .mapToDouble(n -> Math.pow(Dice.bell("salary", n), 2))
            .average()
            .orElse(0);

    assertThat(statistics.getAverage()).isCloseTo(0, within(.02));
    assertThat(squares).isCloseTo(1, within(.02));
  }

  @Test
  void cutsInTheOrderOfTheStreamAndLosesNobody() {
    var all = IntStream.range(1, 5_001).toArray();

    var parts = Deck.cut(all, "some", 1_000, 3_000);

    var bySorting =
        IntStream.of(all)
            .boxed()
            .sorted(Comparator.comparingDouble(n -> Dice.u("some", n)))
            .mapToInt(n -> n)
            .toArray();
    assertThat(parts[0]).isEqualTo(Arrays.copyOfRange(bySorting, 0, 1_000));
    assertThat(parts[1]).isEqualTo(Arrays.copyOfRange(bySorting, 1_000, 4_000));
    assertThat(parts[2]).isEqualTo(Arrays.copyOfRange(bySorting, 4_000, 5_000));
  }

  @Test
  void scalesHalfUp() {
    var scale = new Scale(25_000);

    assertThat(scale.of(3)).isEqualTo(2);
    assertThat(scale.of(12_000)).isEqualTo(6_000);
    assertThat(new Scale(1_000_000).of(45)).isEqualTo(900);
  }
}
