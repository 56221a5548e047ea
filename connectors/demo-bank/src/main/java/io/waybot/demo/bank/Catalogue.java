package io.waybot.demo.bank;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shipped tables of the demo bank, one record type for each file; texts are final in both
 * languages.
 */
public final class Catalogue {
  private Catalogue() {}

  /**
   * A unit of the organisation; {@code customers} is the size in the bank of 50,000, 0 above
   * sub-branches.
   */
  public record OrgUnit(
      String code, @Nullable String parent, String level, String zh, String en, int customers) {
    boolean hasCustomers() {
      return customers > 0;
    }
  }

  /**
   * Someone who signs in. {@code rm} is the place of a relationship manager, as rm1101a; customers
   * carry the account. Role WORLD is the technical account of the simulated world.
   */
  public record Person(
      String account,
      @Nullable String rm,
      String zh,
      String en,
      String role,
      String org,
      String shows) {}

  public record CustomerGroup(
      String code,
      String zh,
      String en,
      String ruleZh,
      String ruleEn,
      int customers,
      String goalZh,
      String goalEn) {}

  public record Stage(String code, String zh, String en, int customers, String nextStep) {}

  public record Behaviour(String code, String stage, String zh, String en) {}

  /**
   * Tier 3: may select customers, must never be quoted in a text. {@code source} FEED: told by the
   * bank's systems; COLUMNS: shows in the customers file.
   */
  public record EventType(
      String code,
      String zh,
      String en,
      String ruleZh,
      String rule,
      int tier,
      int freshDays,
      String source,
      String owner) {}

  /**
   * {@code risk} 1 to 5, null where no assessment is asked; {@code marginYuan} is the bank's gain
   * from one sale.
   */
  public record Product(
      String code,
      String category,
      String zh,
      String en,
      String termsZh,
      String termsEn,
      @Nullable BigDecimal rateLowPercent,
      @Nullable BigDecimal rateHighPercent,
      @Nullable Integer risk,
      @Nullable BigDecimal fromYuan,
      BigDecimal marginYuan,
      @Nullable String disclaimer) {}

  public record Disclaimer(String code, String zh, String en) {}

  /** {@code budget}: pieces in stock; {@code unitYuan}: what one piece costs the bank. */
  public record Benefit(
      String code,
      String zh,
      String en,
      String conditionZh,
      String conditionEn,
      int budget,
      int unitYuan) {}

  /**
   * {@code hours}: local ranges as 09:00-20:00, empty for any time. {@code caps}: contacts per
   * days, as 1/1d.
   */
  public record Channel(
      String code,
      String zh,
      String en,
      @Nullable Integer capacityPerDay,
      BigDecimal costYuan,
      List<String> hours,
      boolean businessDaysOnly,
      List<String> caps,
      String crashBehaviour,
      boolean countsAsContact,
      boolean connected) {}

  public record Content(
      String code,
      String titleZh,
      String textZh,
      String titleEn,
      String textEn,
      @Nullable String product,
      String purpose) {}

  /**
   * Group × event × product × channel; {@code customers} are dealt on the first day in the bank of
   * 50,000.
   */
  public record Strategy(
      String code,
      String group,
      String event,
      @Nullable String product,
      String first,
      @Nullable String second,
      String content,
      int freshDays,
      int priority,
      int customers,
      String purpose) {}

  public record Reason(String code, String zh, String en, @Nullable Integer expectedOnPaydayList) {}

  public record Script(String code, String titleZh, String titleEn, String zh, String en) {}

  /**
   * {@code conditions}: separated by semicolons, in the words of the customers file's columns.
   * {@code customers}: in the bank of 50,000; 0 where it was not dealt as one number.
   */
  public record Segment(String code, String zh, String en, String conditions, int customers) {}

  /** What a dataset, or one of its columns, is called; {@code name} null for the dataset itself. */
  public record Field(String dataset, @Nullable String name, String zh, String en) {}

  public record Journey(
      String code,
      String key,
      String zh,
      String en,
      List<String> events,
      @Nullable String benefit) {}
}
