package io.waybot.runtime.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.bank.Settings;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.runtime.journey.lint.LintDesk;
import io.waybot.runtime.language.Phrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotationUtils;

/** For every code of every wording rule a content that has the fault and one that has not. */
class WordingPairsTest {
  private static final Set<String> SMS = Set.of("sms");
  private static LintDesk desk;

  @BeforeAll
  static void open() {
    desk = new LintDesk();
    desk.bean(Products.class)
        .save(
            new Product(
                "X01",
                "无提示理财",
                "Fund without warning",
                "FUND",
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                null,
                false,
                true));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  record Pair(Class<? extends WordingRule> rule, String code, Example bad, Example good) {
    @Override
    public String toString() {
      return code;
    }
  }

  /** What is said about a product by some channels. */
  record Example(String product, String zh, String en, String purpose, Set<String> channels) {
    static Example of(String product, String zh, String en) {
      return new Example(product, zh, en, "MARKETING", SMS);
    }

    Example as(String otherPurpose) {
      return new Example(product, zh, en, otherPurpose, channels);
    }
  }

  static Stream<Pair> pairs() {
    var pairs = new ArrayList<Pair>();
    pairs.add(pair(AllWordsRule.class, "word-all", "P01", "收益最高", "第一次办理也很简单"));
    pairs.add(pair(DepositWordsRule.class, "word-deposit", "P01", "存款返现", "存款到期可续"));
    pairs.add(pair(DepositWordsRule.class, "structured-as-deposit", "P05", "新存款发售", "新结构性存款发售"));
    pairs.add(pair(WealthWordsRule.class, "word-wealth", "P06", "保本理财", "净值会波动"));
    pairs.add(pair(WealthWordsRule.class, "yield-figure", "P07", "近一年3.2%", "近一年净值有波动"));
    pairs.add(pair(CreditWordsRule.class, "word-credit", "P17", "秒批信用卡", "可申请信用卡"));
    pairs.add(
        new Pair(
            CreditWordsRule.class,
            "annual-rate-missing",
            Example.of("P19", "薪金贷利率{{rate_range}}", "Payroll loan at {{rate_range}}"),
            Example.of(
                "P19",
                "薪金贷年化利率(单利){{rate_range}}",
                "Payroll loan, simple annual rate {{rate_range}}")));
    pairs.add(pair(InsuranceWordsRule.class, "word-insurance", "P15", "保险收益率高", "到店咨询"));
    pairs.add(pair(InferredEventRule.class, "word-inferred", "P01", "恭喜您加薪", "恭喜您"));
    pairs.add(
        new Pair(
            DisclaimerRule.class,
            "disclaimer-missing",
            Example.of("X01", "基金", "Fund"),
            Example.of("P11", "基金", "Fund")));
    pairs.add(pair(SmsFormRule.class, "sms-own-signature", "P01", "【远途】您好", "您好"));
    pairs.add(pair(SmsFormRule.class, "sms-unencodable", "P01", "您好😀", "您好"));
    pairs.add(pair(SmsFormRule.class, "sms-long", "P01", "长".repeat(120), "短"));
    pairs.add(pair(SmsLinkRule.class, "sms-link", "P01", "请点http://a.cn/x", "请看手机银行"));
    pairs.add(
        new Pair(
            BothLanguagesRule.class,
            "language-missing",
            Example.of("P01", "您好", " "),
            Example.of("P01", "您好", "Hello")));
    pairs.add(
        new Pair(
            BothLanguagesRule.class,
            "language-variables",
            Example.of("P01", "年利率{{rate}}", "Rate"),
            Example.of("P01", "年利率{{rate}}", "Rate {{rate}}")));
    pairs.add(pair(VariableRule.class, "variable-unknown", "P01", "{{salary}}", "{{rate}}"));
    pairs.add(pair(VariableRule.class, "variable-empty", "P01", "{{risk}}", "{{min}}"));
    pairs.add(pair(SamePriceRule.class, "price-literal", "P01", "年利率1.9%", "年利率{{rate}}"));
    pairs.add(pair(PoliteRule.class, "polite", "P01", "你好", "您好"));
    pairs.add(
        new Pair(
            NoticeRule.class,
            "notice-names-product",
            Example.of(null, "来看看年金保险", "See us").as("CARE"),
            Example.of(null, "祝您生日快乐", "Happy birthday").as("CARE")));
    return pairs.stream();
  }

  private static Pair pair(
      Class<? extends WordingRule> rule, String code, String product, String bad, String good) {
    return new Pair(
        rule, code, Example.of(product, bad, "Text"), Example.of(product, good, "Text"));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheFaultAndNothingWhereThereIsNone(Pair pair) {
    assertThat(codes(pair.rule, pair.bad)).contains(pair.code);
    assertThat(codes(pair.rule, pair.good)).doesNotContain(pair.code);
  }

  /** Those that need a bank that is set up otherwise are shown below. */
  private static final Set<String> SHOWN_BELOW = Set.of("sms-signature", "sms-link-foreign");

  @Test
  void everyCodeOfEveryRuleHasAPairAndSaysWhatToDo() {
    var phrases = new Phrases();
    var declared =
        desk.beans(WordingRule.class).stream()
            .flatMap(rule -> Stream.of(checks(rule).value()))
            .toList();
    var shown = pairs().map(pair -> pair.code).collect(Collectors.toSet());
    shown.addAll(SHOWN_BELOW);

    assertThat(declared).doesNotHaveDuplicates();
    assertThat(shown).isEqualTo(Set.copyOf(declared));
    for (var code : declared) {
      assertThat(phrases.get(Locale.SIMPLIFIED_CHINESE, "lint." + code)).endsWith("。");
      assertThat(phrases.get(Locale.ENGLISH, "lint." + code)).endsWith(".");
    }
  }

  @Test
  void linksLeadToTheBanksOwnAddressOnceItAllowsThem() {
    try (var bank = new LintDesk()) {
      bank.bean(Settings.class).put(SmsLinkRule.SETTING, "yuantu.example.cn", "admin");
      var rule = bank.bean(SmsLinkRule.class);

      assertThat(codes(bank, rule, Example.of("P01", "https://m.yuantu.example.cn/a", "x")))
          .isEmpty();
      assertThat(codes(bank, rule, Example.of("P01", "https://yuantu.example.cn.evil.com/a", "x")))
          .containsExactly("sms-link-foreign");
    }
  }

  @Test
  void aBankWithoutANameCannotSignItsMessages() {
    try (var bank = new LintDesk()) {
      bank.bean(Settings.class).put("bank.name.zh", "", "admin");

      assertThat(codes(bank, bank.bean(SmsFormRule.class), Example.of("P01", "您好", "Hello")))
          .containsExactly("sms-signature");
    }
  }

  @Test
  void theBankAddsWordsAndTakesNoneAway() {
    try (var bank = new LintDesk()) {
      var rule = bank.bean(AllWordsRule.class);
      bank.bean(Settings.class).put("words.word-all.zh", "独家,限量", "admin");

      assertThat(codes(bank, rule, Example.of("P01", "独家发售", "x"))).containsExactly("word-all");
      assertThat(codes(bank, rule, Example.of("P01", "唯一", "x"))).containsExactly("word-all");
    }
  }

  @Test
  void onlyAChosenChannelMakesAnErrorOfWhatIsWrongForIt() {
    var said = said(Example.of("P01", "请点http://a.cn/x", "x"), desk);
    var anywhere =
        new Said(
            said.code(), said.purpose(), said.product(), said.texts(), null, Set.of(), Set.of());
    var byPush =
        new Said(
            said.code(),
            said.purpose(),
            said.product(),
            said.texts(),
            null,
            Set.of("push"),
            Set.of());
    var lint = new WordingLint(List.of(desk.bean(SmsLinkRule.class)));

    assertThat(lint.check(said)).extracting(Remark::error).containsExactly(true);
    assertThat(lint.check(anywhere)).extracting(Remark::error).containsExactly(false);
    assertThat(lint.check(byPush)).isEmpty();
  }

  @Test
  void theDemoBanksOwnContentsAreClean() {
    var lint = desk.bean(WordingLint.class);
    var products = desk.bean(Products.class);

    for (var content : desk.bean(Contents.class).all()) {
      var product = products.find(String.valueOf(content.productCode())).orElse(null);
      for (var channel : List.of("sms", "push", "inbox", "email", "branch")) {
        assertThat(lint.check(Said.of(content, product, Set.of(channel), Set.of("zh"))))
            .as(content.code() + " by " + channel)
            .isEmpty();
      }
    }
    assertThat(desk.bean(Disclaimers.class).all()).hasSize(9);
  }

  @Test
  void theRobotThatPreparesContentsObjectsInBothLanguagesToWhatTheRulesForbid() {
    var wording = desk.bean(ContentWording.class);
    var contents = desk.bean(Contents.class).all();

    assertThat(contents)
        .allSatisfy(content -> {
          var product =
              desk.bean(Products.class).find(String.valueOf(content.productCode())).orElse(null);
          assertThat(wording.objections(content, product, Set.of())).isEmpty();
        });
    var promising = new Content.Text("标题", "保本保息,稳赚不赔");
    var first = contents.getFirst();
    var bad =
        new Content(
            first.id(),
            first.code(),
            first.productCode(),
            first.ownerOrg(),
            first.purpose(),
            null,
            null,
            null,
            first.changedBy(),
            first.changedAt(),
            first.version(),
            Map.of("zh", promising, "en", first.texts().get("en")));
    assertThat(wording.objections(bad, null, Set.of()))
        .isNotEmpty()
        .allSatisfy(said -> {
          assertThat(said.zh()).contains(first.code());
          assertThat(said.en()).contains(first.code());
        });
  }

  private List<String> codes(Class<? extends WordingRule> rule, Example example) {
    return codes(desk, desk.bean(rule), example);
  }

  private static List<String> codes(LintDesk bank, WordingRule rule, Example example) {
    return new WordingLint(List.of(rule))
        .check(said(example, bank)).stream().map(Remark::rule).distinct().toList();
  }

  private static Said said(Example example, LintDesk bank) {
    return new Said(
        "C99",
        example.purpose,
        example.product == null
            ? null
            : bank.bean(Products.class).find(example.product).orElseThrow(),
        Map.of(
            "zh", new Content.Text("标题", example.zh), "en", new Content.Text("Title", example.en)),
        null,
        example.channels,
        Set.of());
  }

  private static Checks checks(WordingRule rule) {
    return Objects.requireNonNull(AnnotationUtils.findAnnotation(rule.getClass(), Checks.class));
  }
}
