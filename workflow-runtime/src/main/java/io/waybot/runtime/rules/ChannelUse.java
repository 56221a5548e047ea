package io.waybot.runtime.rules;

import io.waybot.db.content.Channel;

/**
 * A channel and what today took of it.
 *
 * @param usedToday contacts of the bank's local date, leads for channel branch
 */
public record ChannelUse(Channel channel, long usedToday) {
  public long left() {
    return Math.max(0, channel.dailyCapacity() - usedToday);
  }
}
