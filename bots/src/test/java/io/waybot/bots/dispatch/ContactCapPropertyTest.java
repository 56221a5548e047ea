package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.CrashKind;
import io.waybot.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * However many threads send to one customer at once: never more contacts in seven days than the
 * bank allows, and not one fewer than that.
 */
class ContactCapPropertyTest {
  private static final int THREADS = 8;
  private static final int CAP = 2;
  private static final List<String> CHANNELS = List.of("push", "sms", "email");
  private static final Map<TestDatabase, Bank> BANKS = new EnumMap<>(TestDatabase.class);
  private static final int MOST_CUSTOMERS = 200;

  /** One bank for all tries: each has a customer of its own. */
  private static final class Bank {
    final List<FakeGateway> gateways =
        CHANNELS.stream().map(c -> new FakeGateway(c, CrashKind.IDEMPOTENT)).toList();
    final DispatchBank bank;
    int customer = 20;

    Bank(TestDatabase kind) {
      bank = new DispatchBank(kind, gateways.toArray(FakeGateway[]::new));
      bank.customersFrom(21, MOST_CUSTOMERS);
    }
  }

  @AfterContainer
  static void close() {
    BANKS.values().forEach(one -> one.bank.close());
    BANKS.clear();
  }

  @Property(tries = 8, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void holdUnderEightThreadsOnPostgres(
      @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 2) Integer> blocks,
      @ForAll @IntRange(max = 2) int reported)
      throws Exception {
    sendAtOnce(TestDatabase.POSTGRESQL, blocks, reported);
  }

  @Property(tries = 8, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void holdUnderEightThreadsOnH2(
      @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 2) Integer> blocks,
      @ForAll @IntRange(max = 2) int reported)
      throws Exception {
    sendAtOnce(TestDatabase.H2, blocks, reported);
  }

  /**
   * @param blocks each block's channel
   * @param reported contacts that other systems of the bank report
   */
  private static void sendAtOnce(TestDatabase kind, List<Integer> blocks, int reported)
      throws Exception {
    var open = BANKS.computeIfAbsent(kind, Bank::new);
    int customer = ++open.customer;
    open.bank.fact(customer, "contacts_7d", reported);
    for (int i = 0; i < blocks.size(); i++) {
      open.bank.dispatch(
          "block_" + customer + "_" + i,
          CHANNELS.get(blocks.get(i)),
          customers(customer, customer));
    }

    turnTogether(open);

    int expected = Math.min(blocks.size(), CAP - reported);
    var mine = "customer = " + customer;
    assertThat(open.bank.count("contact_log where " + mine)).isEqualTo(expected);
    assertThat(open.bank.rows(mine + " and state = 'SENT'")).isEqualTo(expected);
    assertThat(open.bank.rows(mine + " and state = 'WITHHELD' and rule = 'CAP'"))
        .isEqualTo(blocks.size() - expected);
    assertThat(
            open.gateways.stream()
                .flatMap(gateway -> gateway.addresses().stream())
                .filter(
                    List.of("d" + customer, "1000000" + customer, "c" + customer + "@demo.invalid")
                        ::contains))
        .hasSize(expected);
  }

  private static void turnTogether(Bank open) throws Exception {
    var together = new CyclicBarrier(THREADS);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Void>> turns = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        var gateway = open.gateways.get(t % open.gateways.size());
        turns.add(() -> {
          together.await();
          open.bank.sendAll(gateway);
          return null;
        });
      }
      for (Future<Void> turn : threads.invokeAll(turns)) {
        turn.get();
      }
    }
    open.gateways.forEach(open.bank::sendAll); // what a busy row made somebody leave for later
  }
}
