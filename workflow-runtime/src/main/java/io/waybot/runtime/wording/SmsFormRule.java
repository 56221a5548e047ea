package io.waybot.runtime.wording;

import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.bots.dispatch.Unrenderable;
import io.waybot.db.content.Content;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Wording;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text message begins with the bank, ends with the way out, is short and can be encoded. */
@Checks(
    value = {"sms-signature", "sms-own-signature", "sms-long", "sms-unencodable"},
    basis = Basis.MESSAGES)
class SmsFormRule implements WordingRule {
  private static final int PARTS = 2;
  private static final Pattern FORM = Pattern.compile("(?s)【[^】]+】.*(拒收请回复R|Reply R to opt out)");
  private static final Pattern UNENCODABLE =
      Pattern.compile("[\\p{Cs}\\p{Co}\\p{Cc}&&[^\\n\\r]]|[^\\x{0}-\\x{FFFF}]");

  private final ContentRenderer renderer;
  private final Disclaimers disclaimers;

  SmsFormRule(ContentRenderer renderer, Disclaimers disclaimers) {
    this.renderer = renderer;
    this.disclaimers = disclaimers;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (said.mayGoBy("sms")) {
      said.texts()
          .forEach((language, text) -> {
            if (said.mayGoIn(language)) {
              check(said, language, text, remarks);
            }
          });
    }
  }

  private void check(Said said, String language, Content.Text text, Remarks remarks) {
    var certain = !said.channels().isEmpty();
    if (text.body().contains("【") || text.body().contains("】")) {
      remarks.when(certain, "sms-own-signature");
    }
    if (UNENCODABLE.matcher(text.body()).find()) {
      remarks.when(certain, "sms-unencodable", language);
    }
    var sent = rendered(said, language, text);
    if (sent.isPresent()) {
      if (!FORM.matcher(sent.get().body()).lookingAt()) {
        remarks.when(certain, "sms-signature");
      }
      if (sent.get().parts() > PARTS) {
        remarks.warning("sms-long", language, sent.get().parts());
      }
    }
  }

  /** As the platform would send it; empty when it lacks a value, which VariableRule names. */
  private Optional<ContentRenderer.Rendered> rendered(
      Said said, String language, Content.Text text) {
    var product = said.product() == null ? SampleCustomer.PRODUCT : said.product();
    var warning = Optional.ofNullable(product.disclaimerCode()).flatMap(disclaimers::find);
    try {
      return Optional.of(
          renderer.render(
              "sms",
              new Wording(said.code(), 1, language, text.title(), text.body(), null),
              product,
              warning.orElse(null),
              SampleCustomer.SOMEBODY,
              null));
    } catch (Unrenderable noValue) {
      return Optional.empty();
    }
  }
}
