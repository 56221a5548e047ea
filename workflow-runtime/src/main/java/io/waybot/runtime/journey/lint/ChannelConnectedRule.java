package io.waybot.runtime.journey.lint;

import io.waybot.bots.policy.Codes;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.List;

/** A channel that does not exist here or is not connected. */
@Checks(
    value = {"channel-unknown", "channel-off"},
    basis = Basis.BANK)
class ChannelConnectedRule implements LintRule {
  private final Channels channels;

  ChannelConnectedRule(Channels channels) {
    this.channels = channels;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    plan.robots("dispatch").forEach(step -> check(step, Codes.in(step.input("channel")), findings));
    plan.robots("decide-treatments")
        .forEach(step -> check(step, Codes.in(step.input("channels")), findings));
  }

  private void check(Step step, List<String> codes, Findings findings) {
    var anyWorks =
        codes.stream().anyMatch(code -> channels.find(code).filter(Channel::connected).isPresent());
    for (var code : codes) {
      var channel = channels.find(code);
      if (channel.isEmpty()) {
        findings.error(step.id(), "channel-unknown", step.label(), code);
      } else if (!channel.get().connected()) {
        var name = channel.get().name(findings.language().getLanguage());
        if (anyWorks) {
          findings.warning(step.id(), "channel-off", step.label(), name);
        } else {
          findings.error(step.id(), "channel-off", step.label(), name);
        }
      }
    }
  }
}
