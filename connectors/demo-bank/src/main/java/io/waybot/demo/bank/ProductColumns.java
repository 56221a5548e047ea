package io.waybot.demo.bank;

import static io.waybot.demo.bank.Column.date;
import static io.waybot.demo.bank.Column.flag;
import static io.waybot.demo.bank.Column.number;
import static io.waybot.demo.bank.Column.yuan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products, payments and log-ins: exactly the customers dealt an event satisfy its rule (E12–E17,
 * E24–E27).
 */
final class ProductColumns {
  static final List<Column> ALL =
      List.of(
          number("deposit_views_30d", Profile::depositViews30d),
          flag("held_term_before", Profile::heldTermBefore),
          flag("has_wealth", ProductColumns::wealth),
          flag("has_fund", ProductColumns::fund),
          flag("has_card", ProductColumns::card),
          date("term_matures_on", p -> matures(p, "E13", 7, .25)),
          date("cd_matures_on", p -> matures(p, "E14", 30, p.group.assets(p.n) < 200_000 ? 0 : .1)),
          date("wealth_matures_on", p -> matures(p, "E15", 7, wealth(p) ? .5 : 0)),
          date("matured_idle_since", p -> p.has("E16") ? p.dateOf("E16").minusDays(3) : null),
          date("redeemed_on", p -> p.has("E17") ? p.dateOf("E17") : null),
          yuan("other_card_repaid_15d_yuan", p -> p.has("E12") ? 500 + 4_500 * p.u("repaid") : 0d),
          number("payments_30d", ProductColumns::payments),
          yuan("card_bill_yuan", ProductColumns::bill),
          date("card_billed_on", ProductColumns::billed),
          date("first_login_on", ProductColumns::firstLogin),
          date("last_login_on", ProductColumns::lastLogin));

  private ProductColumns() {}

  /** G4 holds wealth or fund, G5 neither. */
  private static boolean wealth(Profile p) {
    return p.has("E15") || p.has("E17") || p.u("wealth") < rate(p, .6);
  }

  private static boolean fund(Profile p) {
    return p.group == Group.G4 && !wealth(p) || p.u("fund") < rate(p, .4);
  }

  private static double rate(Profile p, double wealthy) {
    return switch (p.group) {
      case G3, G4 -> wealthy;
      case G5 -> 0;
      case G6 -> .02;
      default -> .1;
    };
  }

  /** Nobody who is offered a first credit card has one. */
  private static boolean card(Profile p) {
    boolean offeredFirst = p.wantedBy.stream().anyMatch(s -> "P17".equals(s.product()));
    return p.has("E27") || !offeredFirst && p.u("card") < .35;
  }

  private static @Nullable LocalDate matures(Profile p, String event, int window, double share) {
    if (p.has(event)) {
      return p.d0.plusDays(window - p.daysSince(event));
    }
    return p.u("holds/" + event) < share ? p.inDays(window + 1, 700, "matures/" + event) : null;
  }

  /** E26: ten and more without a card. */
  private static int payments(Profile p) {
    if (p.has("E26")) {
      return p.between(10, 39, "payments");
    }
    return p.between(0, card(p) ? 39 : 9, "payments");
  }

  /** E27: a bill of 3,000 and more within 5 days. */
  private static @Nullable Double bill(Profile p) {
    return !card(p) ? null : p.has("E27") ? 3_000 + 9_000 * p.u("bill") : 50 + 2_900 * p.u("bill");
  }

  private static @Nullable LocalDate billed(Profile p) {
    return !card(p) ? null : p.has("E27") ? p.dateOf("E27") : p.daysAgo(1, 30, "billed");
  }

  private static @Nullable LocalDate firstLogin(Profile p) {
    if (p.app == AppStatus.NONE) {
      return null;
    }
    return p.has("E25") ? p.dateOf("E25") : p.daysAgo(400, 1_500, "firstlogin");
  }

  /** E24: silent for 31 to 60 days; the other sleepers for longer. */
  private static @Nullable LocalDate lastLogin(Profile p) {
    return switch (p.app) {
      case NONE -> null;
      case ACTIVE -> p.d0.minusDays(1L + p.behaviourDaysBeforeYesterday());
      case DORMANT ->
          p.has("E24") ? p.d0.minusDays(30L + p.daysSince("E24")) : p.daysAgo(61, 399, "lastlogin");
    };
  }
}
