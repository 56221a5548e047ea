package io.waybot.runtime.rules;

import io.waybot.db.content.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A channel and what today took of it.
 *
 * @param usedToday contacts of the bank's local date, leads for channel branch
 * @param oneMoreYuan what one more would have been worth to the newest decision, yuan; null when it
 *     did not use the channel
 */
public record ChannelUse(Channel channel, long usedToday, @Nullable Double oneMoreYuan) {
  public long left() {
    return Math.max(0, channel.dailyCapacity() - usedToday);
  }
}
