package io.waybot.demo.bank;

import java.util.Locale;

/** Whether the customer's risk assessment counts today. */
enum RiskState {
  VALID,
  EXPIRED,
  NONE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
