package io.waybot.demo.bank;

/** The contact rule, if any, that a customer's data were made to meet. Dealt in this order. */
enum Fate {
  NO_CONSENT(600, 1_900),
  NOT_PERSONALISED(240, 760),
  PROTECTED(60, 190),
  COMPLAINT(60, 190),
  CAP(900, 2_850),
  HOLDS(720, 2_280),
  OPTED_OUT(180, 570),
  NO_ADDRESS(240, 760),
  FREE(0, 0);

  final int onPaydayList;
  final int elsewhere;

  Fate(int onPaydayList, int elsewhere) {
    this.onPaydayList = onPaydayList;
    this.elsewhere = elsewhere;
  }
}
