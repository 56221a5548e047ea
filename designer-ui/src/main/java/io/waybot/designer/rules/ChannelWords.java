package io.waybot.designer.rules;

import io.waybot.db.content.Channel;
import io.waybot.designer.shell.Texts;
import java.util.stream.Collectors;

/** What a channel allows and costs, as every screen writes it. */
public final class ChannelWords {
  private ChannelWords() {}

  /** {@code 1 天内 1 次、7 天内 3 次}; empty without a cap of its own. */
  public static String caps(Texts texts, Channel channel) {
    return channel.caps().stream()
        .map(cap -> texts.get("channels.cap", cap.contacts(), cap.days()))
        .collect(Collectors.joining(texts.get("list.comma")));
  }

  /** Yuan for one contact, to the last digit: fractions of a cent add up. */
  public static String cost(Channel channel) {
    return channel.costYuan().stripTrailingZeros().toPlainString();
  }
}
