package io.waybot.demo.world;

import io.waybot.demo.bank.Customer;
import io.waybot.demo.bank.Dice;
import java.util.function.IntFunction;

/** What a customer does with a message or a call, dealt by number. */
final class Reactions {
  private static final double INTERESTED = .27;
  private static final double REPLIES_R = .006;
  private static final Dice CLICK = Dice.of("click");
  private static final Dice REPLY = Dice.of("reply");
  private static final Dice OUTCOME = Dice.of("outcome");

  private final IntFunction<Customer> customers;

  Reactions(IntFunction<Customer> customers) {
    this.customers = customers;
  }

  boolean clicks(Entry.Message message) {
    double rate =
        switch (message.channel()) {
          case Channels.PUSH -> .07;
          case Channels.SMS -> .05;
          case Channels.EMAIL -> .06;
          default -> 0;
        };
    if (message.customer() == 0 || rate == 0) {
      return false;
    }
    boolean keen = customers.apply(message.customer()).depositViews30d() >= 1;
    return CLICK.u(message.customer()) < (keen ? 2 * rate : rate);
  }

  boolean optsOut(Entry.Message message) {
    return message.channel().equals(Channels.SMS)
        && message.customer() != 0
        && REPLY.u(message.customer()) < REPLIES_R;
  }

  String outcomeOf(Entry.Lead lead) {
    if (CLICK.u(lead.customer()) < INTERESTED) {
      return "INTERESTED";
    }
    return OUTCOME.u(lead.customer()) < .5 ? "NOT_INTERESTED" : "NO_ANSWER";
  }
}
