package io.waybot.bots.dispatch;

import io.waybot.bots.dispatch.FormLetter.Piece;
import io.waybot.db.bank.Settings;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Wording;
import io.waybot.db.dispatch.CustomerFacts;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
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
    return letter(channel, wording, product, disclaimer, bankName(wording.language()))
        .to(about, channel.equals("email") ? unsubscribe : null);
  }

  /** What the bank calls itself in text messages of this language. */
  String bankName(String language) {
    return settings
        .find("bank.name." + language)
        .orElseGet(() -> words(language).getString("bank.name"));
  }

  /**
   * All of it but the customer, for who writes to many. Only a letter of the channel {@code email}
   * may be given an address to opt out.
   *
   * @param bank {@link #bankName} in the wording's language
   */
  FormLetter letter(
      String channel,
      Wording wording,
      @Nullable Product product,
      Disclaimers.@Nullable Disclaimer disclaimer,
      String bank) {
    var language = wording.language();
    var words = words(language);
    boolean sms = channel.equals("sms");
    var body = new ArrayList<Piece>();
    if (sms) {
      body.add(Piece.words("【" + bank + "】"));
    }
    body.addAll(FormLetter.pieces(wording.body(), name -> variable(name, language, product)));
    if (disclaimer != null) {
      body.add(Piece.words((language.equals("en") ? " " : "") + disclaimer.text(language)));
    }
    if (sms) {
      body.add(Piece.words(words.getString("sms.optOut")));
    }
    return new FormLetter(
        FormLetter.pieces(wording.title(), name -> variable(name, language, product)),
        body,
        sms,
        "\n\n" + words.getString("mail.optOut"));
  }

  private static Piece variable(String name, String language, @Nullable Product product) {
    return switch (name) {
      case "salutation" -> salutation(language);
      case "date" -> date(language);
      default -> {
        var value = value(name, language, product);
        yield value == null ? Piece.variable(name, about -> null) : Piece.words(value);
      }
    };
  }

  private static @Nullable String value(String name, String language, @Nullable Product product) {
    if (product == null) {
      return null;
    }
    return switch (name) {
      case "product" -> product.name(language);
      case "rate", "rate_range" -> product.rate();
      case "min" -> minimum(product, language);
      case "risk" -> product.riskLevel() == null ? null : "R" + product.riskLevel();
      default -> null;
    };
  }

  private static Piece salutation(String language) {
    var words = words(language);
    var unknown = words.getString("salutation.unknown");
    var madam = words.getString("salutation.F");
    var sir = words.getString("salutation.M");
    return Piece.variable(
        "salutation",
        about -> {
          var surname = about.text("surname_" + language);
          var gender = about.text("gender");
          if (surname == null || !("F".equals(gender) || "M".equals(gender))) {
            return unknown;
          }
          return ("F".equals(gender) ? madam : sir).replace("{surname}", surname);
        });
  }

  private static @Nullable String minimum(Product product, String language) {
    if (product.minYuan() == null) {
      return null;
    }
    return language.equals("en")
        ? NumberFormat.getInstance(Locale.ENGLISH).format(product.minYuan())
        : product.minYuan().stripTrailingZeros().toPlainString();
  }

  private static Piece date(String language) {
    var pattern =
        DateTimeFormatter.ofPattern(
            words(language).getString("date"), Locale.forLanguageTag(language));
    return Piece.variable(
        "date",
        about -> {
          var iso = about.text("risk_valid_until");
          return iso == null ? null : LocalDate.parse(iso.substring(0, 10)).format(pattern);
        });
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
