package io.waybot.demo.bank;

/**
 * Knows how each customer of the past campaign answered; found by {@link java.util.ServiceLoader}.
 */
public interface PastCampaign {
  boolean bought(Customer customer);
}
