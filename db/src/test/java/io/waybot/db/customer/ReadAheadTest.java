package io.waybot.db.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {
  private static final List<NumberRange> FIVE =
      IntStream.range(0, 5).mapToObj(i -> new NumberRange(i << 16, (i << 16) + 9)).toList();

  private final List<Integer> handed = new ArrayList<>();

  @Test
  void handsChunksOverInOrderAlthoughTheSecondAnswersFirst() {
    var secondAnswered = new CountDownLatch(1);

    ReadAhead.each(
        FIVE,
        (range, turn) -> {
          if (range.first() == 0) {
            await(secondAnswered);
          } else {
            secondAnswered.countDown();
          }
          turn.run();
          handed.add(range.first() >>> 16);
        });

    assertThat(handed).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void handsNothingOverAfterAFailure() {
    assertThatThrownBy(() ->
            ReadAhead.each(
                FIVE,
                (range, turn) -> {
                  turn.run();
                  if (range.first() >>> 16 == 2) {
                    throw new IllegalStateException("the table is gone");
                  }
                  handed.add(range.first() >>> 16);
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the table is gone");

    assertThat(handed).containsExactly(0, 1);
  }

  @Test
  void readsASingleChunkInTheCallersThread() {
    var threads = new ArrayList<Thread>();

    ReadAhead.each(
        FIVE.subList(0, 1),
        (range, turn) -> {
          turn.run();
          threads.add(Thread.currentThread());
        });

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
