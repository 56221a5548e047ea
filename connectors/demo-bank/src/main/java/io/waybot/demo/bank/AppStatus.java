package io.waybot.demo.bank;

import java.util.Locale;

/** Use of the mobile app: in the last 30 days, once but not since, never. */
enum AppStatus {
  ACTIVE,
  DORMANT,
  NONE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
