package io.waybot.demo.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waybot.demo.bank.Customer;
import io.waybot.demo.bank.DemoBank;
import io.waybot.demo.bank.Dice;
import io.waybot.demo.world.PlantedTruth.Channel;
import io.waybot.demo.world.PlantedTruth.Contact;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The effect that is planted can be found again from what a bank sees: who was held out and who
 * bought.
 */
class PlantedTruthTest {
  private static final double NORMAL_95 = 1.959964;
  private static final int SEEDS = 200;
  private static final DemoBank BANK = DemoBank.of(50_000, LocalDate.of(2026, 11, 20));

  @Test
  void pastCampaignCanBeRankedAsWellAsTheDocumentsSay() {
    var past = new PlantedPast();
    var ranked =
        BANK.allCustomers()
            .filter(c -> BANK.pushedInPastCampaign(c.number()))
            .sorted(Comparator.comparingDouble(PlantedTruth::inPastCampaign))
            .toList();

    double rankSum = 0;
    int buyers = 0;
    for (int i = 0; i < ranked.size(); i++) {
      if (past.bought(ranked.get(i))) {
        rankSum += i + 1;
        buyers++;
      }
    }
    double auc = (rankSum - buyers * (buyers + 1) / 2.0) / buyers / (ranked.size() - buyers);
    assertThat(ranked).hasSize(12_000);
    assertThat(auc).isCloseTo(.784, within(.0005));
  }

  @Test
  void aContactRaisesTheChanceByChannelAndFit() {
    var saver = BANK.customer(103_812);

    assertThat(PlantedTruth.inFirstWeek(saver, contact(Channel.RM, "P01")))
        .isGreaterThan(PlantedTruth.inFirstWeek(saver, contact(Channel.SMS, "P01")));
    assertThat(PlantedTruth.inFirstWeek(saver, contact(Channel.MAIL, "P01")))
        .isGreaterThan(PlantedTruth.inFirstWeek(saver, null));
    assertThat(PlantedTruth.inFirstWeek(saver, contact(Channel.PUSH, "P01")))
        .isGreaterThan(PlantedTruth.inFirstWeek(saver, contact(Channel.PUSH, "P04")));
    assertThat(PlantedTruth.inSecondWeek(saver, true))
        .isGreaterThan(PlantedTruth.inSecondWeek(saver, false));
  }

  /**
   * Difference of proportions with Wald's interval, over new salts and new luck; the customers
   * stay.
   */
  @Test
  void intervalsOfTwoHundredExperimentsCoverThePlantedEffectAsOftenAsTheyPromise() {
    var eligible = BANK.paydayCustomersFreeToContact();
    var contacts = contacts(eligible);
    double planted =
        eligible.stream()
            .mapToDouble(c -> effect(c, contacts.get(c.number())))
            .average()
            .orElseThrow();

    int covered = 0;
    double sumOfEstimates = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var difference = experiment(eligible, contacts, seed);
      sumOfEstimates += difference.estimate();
      covered += difference.covers(planted) ? 1 : 0;
    }

    assertThat(eligible).hasSize(9_000);
    assertThat(planted).isCloseTo(.021, within(.005));
    assertThat(sumOfEstimates / SEEDS).isCloseTo(planted, within(.0012));
    assertThat(covered / (double) SEEDS).isBetween(.91, .99);
  }

  private record Difference(double estimate, double standardError) {
    boolean covers(double truth) {
      return Math.abs(estimate - truth) <= NORMAL_95 * standardError;
    }
  }

  private static Difference experiment(
      List<Customer> eligible, Map<Integer, Contact> contacts, int seed) {
    var first = Dice.of("buys/" + seed);
    var second = Dice.of("buys2/" + seed);
    int[] members = new int[2];
    int[] buyers = new int[2];
    for (var c : eligible) {
      int arm = heldOut("experiment/" + seed, c.number()) ? 0 : 1;
      var contact = arm == 0 ? null : contacts.get(c.number());
      members[arm]++;
      if (first.u(c.number()) < PlantedTruth.inFirstWeek(c, contact)
          || second.u(c.number()) < PlantedTruth.inSecondWeek(c, again(contact))) {
        buyers[arm]++;
      }
    }
    double control = buyers[0] / (double) members[0];
    double treatment = buyers[1] / (double) members[1];
    return new Difference(
        treatment - control,
        Math.sqrt(control * (1 - control) / members[0] + treatment * (1 - treatment) / members[1]));
  }

  private static double effect(Customer c, @Nullable Contact contact) {
    return within14Days(c, contact) - within14Days(c, null);
  }

  private static double within14Days(Customer c, @Nullable Contact contact) {
    return 1
        - (1 - PlantedTruth.inFirstWeek(c, contact))
            * (1 - PlantedTruth.inSecondWeek(c, again(contact)));
  }

  /** The second wave is a push to whoever was pushed before. */
  private static boolean again(@Nullable Contact contact) {
    return contact != null && contact.channel() == Channel.PUSH;
  }

  /**
   * A plan like that of the starter journey: the likeliest get a call, the next an SMS, most a
   * push, some nothing.
   */
  private static Map<Integer, Contact> contacts(List<Customer> eligible) {
    var best =
        eligible.stream()
            .sorted(Comparator.comparingDouble(PlantedTruth::inPastCampaign).reversed())
            .toList();
    var contacts = new HashMap<Integer, Contact>();
    for (int i = 0; i < best.size(); i++) {
      var c = best.get(i);
      var channel =
          i < 400
              ? Channel.RM
              : i < 2_070 ? Channel.SMS : c.app().equals("active") ? Channel.PUSH : null;
      if (channel != null) {
        contacts.put(c.number(), contact(channel, c.demandYuan() >= 5_000 ? "P01" : "P04"));
      }
    }
    return contacts;
  }

  private static Contact contact(Channel channel, String product) {
    return new Contact(channel, product);
  }

  private static boolean heldOut(String salt, int n) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((salt + ":" + n).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53 < .1;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
