package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.Drawings.by;
import static io.waybot.runtime.journey.lint.Drawings.checkedFor;
import static io.waybot.runtime.journey.lint.Drawings.decided;
import static io.waybot.runtime.journey.lint.Drawings.mail;
import static io.waybot.runtime.journey.lint.Drawings.withoutRules;
import static io.waybot.runtime.journey.lint.Pair.drawn;

import java.util.ArrayList;
import java.util.List;

/** What is sent to whom. */
final class ContactPairs {
  private ContactPairs() {}

  static List<Pair> all() {
    var pairs = new ArrayList<Pair>();
    var whole = mail("C01");
    pairs.add(drawn(RulesMissingRule.class, "rules-missing", withoutRules(), whole));
    pairs.add(drawn(ContentMissingRule.class, "content-missing", whole.replace("C01", ""), whole));
    pairs.add(drawn(ContentPeriodRule.class, "content-unknown", mail("C99"), whole));
    pairs.add(drawn(ContentPeriodRule.class, "content-expired", mail("C-OLD"), whole));
    pairs.add(drawn(ContentPeriodRule.class, "content-ends", mail("C-SOON"), whole));
    pairs.add(drawn(ChannelConnectedRule.class, "channel-unknown", by("pigeon"), by("sms")));
    pairs.add(drawn(ChannelConnectedRule.class, "channel-off", by("wecom"), by("sms")));
    var decided = decided("P01", "C01", "email,push");
    pairs.add(
        drawn(
            ChannelForListRule.class,
            "list-of-other-channel",
            decided.replace("=decide.email", "=decide.push"),
            decided));
    pairs.add(
        drawn(
            ChannelForListRule.class,
            "channel-not-checked",
            checkedFor("sms"),
            checkedFor("sms,email")));
    pairs.add(drawn(OfferRule.class, "offer-off-sale", decided("P99", "C01", "email"), decided));
    pairs.add(
        drawn(OfferRule.class, "offer-without-content", decided("P21", "C01", "email"), decided));
    pairs.add(
        drawn(
            RecordedSaleRule.class,
            "recorded-channel",
            by("sms").replace("C01", "C15"),
            mail("C15")));
    return pairs;
  }
}
