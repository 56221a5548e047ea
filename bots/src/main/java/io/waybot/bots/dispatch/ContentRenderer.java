package io.waybot.bots.dispatch;

import io.waybot.bots.Said;
import io.waybot.db.bank.Settings;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Wording;
import io.waybot.db.dispatch.CustomerFacts;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a content for one customer: fills its variables, adds the disclaimer of the product's
 * class and gives a text message its sender and its way out. What a planner writes cannot leave
 * them out.
 */
@Component
public class ContentRenderer {
  private static final Map<String, ResourceBundle> WORDS = new ConcurrentHashMap<>();
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  /** A message as the customer will see it; {@code parts} is what a text message is billed as. */
  public record Rendered(String title, String body, int parts) {}

  private final Settings settings;

  ContentRenderer(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param product what the content is about, null for none
   * @param unsubscribe opt-out address for mail, null for none
   * @throws Unrenderable if a variable has no value and no fall-back
   */
  public Rendered render(
      String channel,
      Wording wording,
      @Nullable Product product,
      Disclaimers.@Nullable Disclaimer disclaimer,
      CustomerFacts about,
      @Nullable String unsubscribe) {
    return render(
        channel, wording, product, disclaimer, about, unsubscribe, bankName(wording.language()));
  }

  /** What the bank calls itself in text messages of this language. */
  String bankName(String language) {
    return settings
        .find("bank.name." + language)
        .orElseGet(() -> words(language).getString("bank.name"));
  }

  /** The same with the bank's name known already. */
  Rendered render(
      String channel,
      Wording wording,
      @Nullable Product product,
      Disclaimers.@Nullable Disclaimer disclaimer,
      CustomerFacts about,
      @Nullable String unsubscribe,
      String bank) {
    var language = wording.language();
    var words = words(language);
    var text = new StringBuilder(fill(wording.body(), language, product, about));
    if (disclaimer != null) {
      text.append(language.equals("en") ? " " : "").append(disclaimer.text(language));
    }
    var title = fill(wording.title(), language, product, about);
    if (channel.equals("sms")) {
      text.insert(0, "【" + bank + "】").append(words.getString("sms.optOut"));
      return new Rendered(title, text.toString(), SmsText.parts(text.toString()));
    }
    if (channel.equals("email") && unsubscribe != null) {
      text.append("\n\n").append(words.getString("mail.optOut")).append(unsubscribe);
    }
    return new Rendered(title, text.toString(), 1);
  }

  private static String fill(
      String text, String language, @Nullable Product product, CustomerFacts about) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(value(found.group(1), language, product, about)));
  }

  private static String value(
      String name, String language, @Nullable Product product, CustomerFacts about) {
    var value =
        switch (name) {
          case "salutation" -> salutation(language, about);
          case "product" -> product == null ? null : product.name(language);
          case "rate", "rate_range" -> product == null ? null : product.rate();
          case "min" -> product == null ? null : minimum(product, language);
          case "risk" ->
              product == null || product.riskLevel() == null ? null : "R" + product.riskLevel();
          case "date" -> date(about.text("risk_valid_until"), language);
          default -> null;
        };
    if (value == null) {
      throw new Unrenderable(Said.of("no_value", name));
    }
    return value;
  }

  private static String salutation(String language, CustomerFacts about) {
    var words = words(language);
    var surname = about.text("surname_" + language);
    var gender = about.text("gender");
    if (surname == null || !("F".equals(gender) || "M".equals(gender))) {
      return words.getString("salutation.unknown");
    }
    return words.getString("salutation." + gender).replace("{surname}", surname);
  }

  private static @Nullable String minimum(Product product, String language) {
    if (product.minYuan() == null) {
      return null;
    }
    return language.equals("en")
        ? NumberFormat.getInstance(Locale.ENGLISH).format(product.minYuan())
        : product.minYuan().stripTrailingZeros().toPlainString();
  }

  private static @Nullable String date(@Nullable String iso, String language) {
    if (iso == null) {
      return null;
    }
    var pattern = words(language).getString("date");
    return LocalDate.parse(iso.substring(0, 10))
        .format(DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)));
  }

  private static ResourceBundle words(String language) {
    return WORDS.computeIfAbsent(language, ContentRenderer::bundle);
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "io.waybot.bots.dispatch.words",
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
