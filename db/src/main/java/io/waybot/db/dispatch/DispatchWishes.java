package io.waybot.db.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * How a block wants to be sent, where it is stricter than its channel.
 *
 * @param hours as {@link io.waybot.db.calendar.SendingHours} reads them; null: the channel's
 * @param perMinute sends of this block; null: as fast as the channel
 * @param otherChannel what reaches those whom the block's own channel refuses or has no address of;
 *     null: nothing
 */
public record DispatchWishes(
    @Nullable String hours, @Nullable Integer perMinute, @Nullable String otherChannel) {
  public static final DispatchWishes NONE = new DispatchWishes(null, null, null);
}
