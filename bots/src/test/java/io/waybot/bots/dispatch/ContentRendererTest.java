package io.waybot.bots.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waybot.db.content.Disclaimers.Disclaimer;
import io.waybot.db.content.Product;
import io.waybot.db.content.Wording;
import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContentRendererTest {
  private static final Product TERM_DEPOSIT =
      new Product(
          "P01",
          "一年定期",
          "1-year term deposit",
          "DEPOSIT",
          null,
          null,
          "1.35%",
          2,
          new BigDecimal("5000.00"),
          new BigDecimal("240"),
          "D1",
          false,
          true);
  private static final Disclaimer D1 =
      new Disclaimer("D1", "利率以办理时为准。", "Rate as on the day you open it.");
  private static final CustomerFacts GAO =
      new CustomerFacts(
          Map.of(
              "surname_zh",
              "高",
              "surname_en",
              "Gao",
              "gender",
              "M",
              "risk_valid_until",
              "2026-12-01"));
  private static DispatchBank bank;
  private static ContentRenderer renderer;

  @BeforeAll
  static void open() {
    bank = new DispatchBank(TestDatabase.H2);
    renderer = bank.bean(ContentRenderer.class);
  }

  @AfterAll
  static void close() {
    bank.close();
  }

  @Test
  void givesATextItsSenderItsDisclaimerAndItsWayOut() {
    var text =
        renderer.render(
            "sms",
            zh("{{salutation}}您好,一年期定期年利率{{rate}},{{min}}元起,手机银行“存款”可办理。"),
            TERM_DEPOSIT,
            D1,
            GAO,
            null);

    assertThat(text.body())
        .isEqualTo("【远途银行】高先生您好,一年期定期年利率1.35%,5000元起,手机银行“存款”可办理。利率以办理时为准。拒收请回复R");
    assertThat(text.parts()).isEqualTo(1);
  }

  @Test
  void writesEnglishTheEnglishWay() {
    var text =
        renderer.render(
            "email",
            en("{{salutation}}, {{product}} ({{risk}}) from {{min}} yuan until {{date}}."),
            TERM_DEPOSIT,
            D1,
            GAO,
            "https://b/unsubscribe/x");

    assertThat(text.body())
        .isEqualTo(
            "Mr Gao, 1-year term deposit (R2) from 5,000 yuan until 1 December 2026. Rate as on the"
                + " day you open it.\n\n"
                + "To receive no more mail of this kind: https://b/unsubscribe/x");
  }

  @Test
  void fallsBackToAPoliteSalutationAndToNothingElse() {
    var unknown =
        renderer.render("push", zh("{{salutation}}您好"), null, null, CustomerFacts.NONE, null);

    assertThat(unknown.body()).isEqualTo("尊敬的客户您好");
    assertThatExceptionOfType(Unrenderable.class)
        .isThrownBy(() -> renderer.render("push", zh("{{rate}}"), null, null, GAO, null))
        .withMessage("变量 rate 没有值 / no value for variable rate");
    assertThatExceptionOfType(Unrenderable.class)
        .isThrownBy(() -> renderer.render("push", zh("{{phone}}"), TERM_DEPOSIT, D1, GAO, null));
  }

  @Test
  void writesValuesAsTheyAreEvenWithSignsThatMeanSomethingElsewhere() {
    var odd = new CustomerFacts(Map.of("surname_zh", "$1\\高", "gender", "F"));

    assertThat(renderer.render("push", zh("{{salutation}}"), null, null, odd, null).body())
        .isEqualTo("$1\\高女士");
  }

  @Test
  void countsPartsAsTheNetworksBillThem() {
    assertThat(SmsText.parts("汉".repeat(70))).isEqualTo(1);
    assertThat(SmsText.parts("汉".repeat(71))).isEqualTo(2);
    assertThat(SmsText.parts("汉".repeat(135))).isEqualTo(3);
    assertThat(SmsText.parts("a".repeat(160))).isEqualTo(1);
    assertThat(SmsText.parts("a".repeat(161))).isEqualTo(2);
    assertThat(SmsText.parts("[".repeat(81))).isEqualTo(2);
  }

  private static Wording zh(String body) {
    return new Wording("C01", 1, "zh", "标题", body, null);
  }

  private static Wording en(String body) {
    return new Wording("C01", 1, "en", "Title", body, null);
  }
}
