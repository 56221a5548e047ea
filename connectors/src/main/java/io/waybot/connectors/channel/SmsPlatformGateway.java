package io.waybot.connectors.channel;

import io.waybot.db.content.CrashKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A bank's own SMS platform: a signed form to send, a signed query by our reference. Sending the
 * same reference twice delivers twice, so an unclear send is asked about first.
 */
final class SmsPlatformGateway implements ChannelGateway {
  private static final String TAKEN = "0";
  private static final String NUMBER_INVALID = "1001";
  private static final String CONTENT_REFUSED = "1002";
  private static final String BAD_SIGNATURE = "1003";
  private static final String BUSY = "1009";

  private final HttpPeer peer;
  private final URI url;
  private final String account;
  private final String secret;
  private final Clock clock;

  SmsPlatformGateway(HttpPeer peer, ChannelEndpoints.Endpoint endpoint, Clock clock) {
    this.peer = peer;
    this.url = endpoint.url();
    this.account = endpoint.need(endpoint.account(), "account", "sms");
    this.secret = endpoint.need(endpoint.secret(), "secret", "sms");
    this.clock = clock;
  }

  @Override
  public String channel() {
    return "sms";
  }

  @Override
  public CrashKind kind() {
    return CrashKind.QUERYABLE;
  }

  @Override
  public Answer send(Message message) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var fields = new LinkedHashMap<String, String>();
    fields.put("account", account);
    fields.put("reference", message.key());
    fields.put("phone", message.address());
    fields.put("content", message.body());
    fields.put("timestamp", timestamp);
    fields.put("sign", Signature.hex(secret, String.join("\n", fields.values())));
    return switch (peer.form(at("/sms/send"), encoded(fields))) {
      case HttpPeer.Reply.Got got -> answer(got);
      case HttpPeer.Reply.Away away -> new Answer.Busy(away.reason());
      case HttpPeer.Reply.Lost lost -> new Answer.Ambiguous(lost.reason());
    };
  }

  private static Answer answer(HttpPeer.Reply.Got got) {
    var code = got.body().path("code").asString("");
    return switch (code) {
      case TAKEN -> new Answer.Accepted(got.body().path("messageId").asString(null));
      case NUMBER_INVALID -> new Answer.Rejected("1001 number invalid");
      case CONTENT_REFUSED -> new Answer.Rejected("1002 content refused");
      case BAD_SIGNATURE -> new Answer.Busy("1003 bad signature: check waybot.channel.sms.secret");
      case BUSY -> new Answer.Busy("1009 busy");
      default ->
          got.status() == 429 || got.status() == 503
              ? new Answer.Busy("HTTP " + got.status())
              : new Answer.Ambiguous("HTTP " + got.status() + " code " + code);
    };
  }

  @Override
  public Fate query(String key) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var fields = new LinkedHashMap<String, String>();
    fields.put("account", account);
    fields.put("reference", key);
    fields.put("timestamp", timestamp);
    fields.put("sign", Signature.hex(secret, String.join("\n", fields.values())));
    if (!(peer.get(at("/sms/query?" + encoded(fields))) instanceof HttpPeer.Reply.Got got)
        || !got.body().path("code").asString("").equals(TAKEN)
        || !got.body().path("found").isBoolean()) {
      return Fate.SILENT;
    }
    if (!got.body().path("found").asBoolean()) {
      return Fate.ABSENT;
    }
    return got.body().path("status").asString("").equals("FAILED") ? Fate.FAILED : Fate.KNOWN;
  }

  private URI at(String path) {
    return URI.create(url + path);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
