package io.waybot.runtime.journey.lint;

import io.waybot.bots.policy.Codes;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;
import java.util.regex.Pattern;

/** A list sent by a channel that it was not decided or checked for. */
@Checks(
    value = {"list-of-other-channel", "channel-not-checked"},
    basis = Basis.BANK)
class ChannelForListRule implements LintRule {
  private static final Set<String> CHANNELS = Set.of("sms", "push", "inbox", "email", "branch");
  private static final Pattern LIST = Pattern.compile("=\\s*(\\w+)\\.(\\w+)\\s*");
  private static final String RULES = "filter-by-policy";

  private final Channels channels;

  ChannelForListRule(Channels channels) {
    this.channels = channels;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var rules =
        plan.drawing()
            .certainBefore(step -> RULES.equals(step.job()) ? Set.of(step.id()) : Set.of());
    for (var contact : plan.contacts()) {
      var channel = "create-leads".equals(contact.job()) ? "branch" : contact.input("channel");
      if (channel.isEmpty()) {
        continue; // FieldMissingRule asks for it
      }
      checkDecided(plan, contact, channel, findings);
      var passed = rules.getOrDefault(contact.id(), Set.of());
      if (!passed.isEmpty()
          && isContact(channel)
          && passed.stream().noneMatch(id -> looksAt(plan.drawing().find(id), channel))) {
        findings.error(contact.id(), "channel-not-checked", contact.label(), channel);
      }
    }
  }

  /** A place where customers look by themselves, such as the message centre, is no contact. */
  private boolean isContact(String code) {
    return channels.find(code).map(Channel::countsAsContact).orElse(true);
  }

  private static void checkDecided(Plan plan, Step contact, String channel, Findings findings) {
    var list = LIST.matcher(contact.input("audience"));
    if (list.matches()) {
      var source = plan.drawing().find(list.group(1));
      var decided = list.group(2);
      if (source != null
          && "decide-treatments".equals(source.job())
          && CHANNELS.contains(decided)
          && !decided.equals(channel)) {
        findings.error(contact.id(), "list-of-other-channel", contact.label(), decided, channel);
      }
    }
  }

  /** A block without channels looks at all of them. */
  private static boolean looksAt(@org.jspecify.annotations.Nullable Step rules, String channel) {
    return rules != null
        && (rules.input("channels").isEmpty()
            || Codes.in(rules.input("channels")).contains(channel));
  }
}
