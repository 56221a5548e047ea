package io.waybot.demo.world;

import io.waybot.demo.bank.Customer;
import io.waybot.demo.bank.Dice;
import io.waybot.demo.bank.PastCampaign;

/** Labels the past campaign from the planted truth; made by the service loader. */
public final class PlantedPast implements PastCampaign {
  private static final Dice BOUGHT = Dice.of("history/bought");

  @Override
  public boolean bought(Customer customer) {
    return BOUGHT.u(customer.number()) < PlantedTruth.inPastCampaign(customer);
  }
}
