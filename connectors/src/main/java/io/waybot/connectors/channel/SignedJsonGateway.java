package io.waybot.connectors.channel;

import io.waybot.db.content.CrashKind;
import java.net.URI;
import java.util.LinkedHashMap;

/**
 * App push and message centre: the same signed JSON form, differing in the path and in what the
 * address is called. The provider delivers a key once, however often it comes.
 */
final class SignedJsonGateway implements ChannelGateway {
  private final String channel;
  private final String path;
  private final String addressField;
  private final HttpPeer peer;
  private final URI url;
  private final String secret;

  private SignedJsonGateway(
      String channel,
      String path,
      String addressField,
      HttpPeer peer,
      ChannelEndpoints.Endpoint endpoint) {
    this.channel = channel;
    this.path = path;
    this.addressField = addressField;
    this.peer = peer;
    this.url = endpoint.url();
    this.secret = endpoint.need(endpoint.secret(), "secret", channel);
  }

  /** App push: the address is a device. */
  static SignedJsonGateway push(HttpPeer peer, ChannelEndpoints.Endpoint endpoint) {
    return new SignedJsonGateway("push", "/push/messages", "device", peer, endpoint);
  }

  /** The app's message centre: the address is the bank's customer key. */
  static SignedJsonGateway inbox(HttpPeer peer, ChannelEndpoints.Endpoint endpoint) {
    return new SignedJsonGateway("inbox", "/inbox/messages", "customer", peer, endpoint);
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public CrashKind kind() {
    return CrashKind.IDEMPOTENT;
  }

  @Override
  public Answer send(Message message) {
    var body = new LinkedHashMap<String, Object>();
    body.put("key", message.key());
    body.put(addressField, message.address());
    body.put("title", message.title());
    body.put("body", message.body());
    body.put("page", message.page());
    body.put("link", message.link());
    return switch (peer.signed(URI.create(url + path), secret, message.key(), body)) {
      case HttpPeer.Reply.Got got -> answer(got);
      case HttpPeer.Reply.Away away -> new Answer.Busy(away.reason());
      case HttpPeer.Reply.Lost lost -> new Answer.Ambiguous(lost.reason());
    };
  }

  private Answer answer(HttpPeer.Reply.Got got) {
    int status = got.status();
    if (status == 200) {
      return new Answer.Accepted(got.body().path("id").asString(null));
    }
    if (status == 401 || status == 403) {
      return new Answer.Busy("HTTP " + status + ": check waybot.channel." + channel + ".secret");
    }
    if (status == 408 || status == 429 || status == 503) {
      return new Answer.Busy("HTTP " + status);
    }
    return status >= 400 && status < 500
        ? new Answer.Rejected(got.body().path("reason").asString("HTTP " + status))
        : new Answer.Ambiguous("HTTP " + status);
  }
}
