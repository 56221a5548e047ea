package io.waybot.db.content;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something the bank sells, with its terms of today.
 *
 * @param productClass DEPOSIT STRUCTURED WEALTH FUND INSURANCE GOLD CARD LOAN SERVICE PENSION
 * @param rate as shown in {@code {{rate}}} and {@code {{rate_range}}}
 * @param riskLevel 1 to 5, null when it is no investment
 * @param marginYuan what one sale brings the bank
 * @param recordedSale a sale at a branch needs a 双录 number
 */
public record Product(
    String code,
    String nameZh,
    String nameEn,
    String productClass,
    @Nullable String termsZh,
    @Nullable String termsEn,
    @Nullable String rate,
    @Nullable Integer riskLevel,
    @Nullable BigDecimal minYuan,
    BigDecimal marginYuan,
    @Nullable String disclaimerCode,
    boolean recordedSale,
    boolean active) {

  public String name(String language) {
    return language.equals("en") ? nameEn : nameZh;
  }
}
