package io.waybot.runtime.wording;

import io.waybot.db.bank.Settings;
import java.util.Locale;
import java.util.regex.Pattern;

/** A link in a text message, unless the bank allows it and it leads to the bank's own address. */
@Checks(
    value = {"sms-link", "sms-link-foreign"},
    basis = Basis.PHISHING)
class SmsLinkRule implements WordingRule {
  /** The bank's own domains, with commas; none: no links in text messages. */
  static final String SETTING = "sms.link.domains";

  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?:https?://)?((?:[a-z0-9-]+\\.)+(?:com|cn|net|org|cc|top|vip|me|link|bank|xyz))(?![a-z])"
              + "|(https?://\\S+)");

  private final Settings settings;

  SmsLinkRule(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (!said.mayGoBy("sms")) {
      return;
    }
    var certain = !said.channels().isEmpty();
    var own = settings.find(SETTING).orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+");
    var links = LINK.matcher(said.text("zh") + "\n" + said.text("en"));
    while (links.find()) {
      var domain = links.group(1) == null ? links.group(2) : links.group(1);
      if (own.length == 1 && own[0].isEmpty()) {
        remarks.when(certain, "sms-link", domain);
      } else if (!isOwn(domain.toLowerCase(Locale.ROOT), own)) {
        remarks.when(certain, "sms-link-foreign", domain);
      }
    }
  }

  private static boolean isOwn(String domain, String[] own) {
    for (var allowed : own) {
      if (domain.equals(allowed) || domain.endsWith("." + allowed)) {
        return true;
      }
    }
    return false;
  }
}
