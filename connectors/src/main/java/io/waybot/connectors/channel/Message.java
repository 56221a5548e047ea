package io.waybot.connectors.channel;

import org.jspecify.annotations.Nullable;

/**
 * What a gateway is asked to deliver.
 *
 * @param key opaque idempotency key, all the outside ever learns about the send
 * @param address phone, mail address, device or the bank's customer key, as the channel needs
 * @param page app page that push and message centre open
 * @param link personal link behind the page, if any
 * @param unsubscribe address of the opt-out page; mail only
 */
public record Message(
    String key,
    String address,
    String title,
    String body,
    @Nullable String page,
    @Nullable String link,
    @Nullable String unsubscribe) {

  /** Leaves out address and text: both are personal data and this ends up in logs. */
  @Override
  public String toString() {
    return "Message[" + key + "]";
  }
}
