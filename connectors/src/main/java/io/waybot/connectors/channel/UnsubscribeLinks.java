package io.waybot.connectors.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The signed opt-out address in a mail. It names the send, not the customer, and cannot be guessed:
 * the signature is made with the mail channel's secret.
 */
@Component
public class UnsubscribeLinks {
  public static final String PATH = "/api/v1/unsubscribe/";
  private static final String CHANNEL = "email";

  private final String base;
  private final ChannelEndpoints endpoints;

  public UnsubscribeLinks(
      @Value("${waybot.public-url:http://127.0.0.1:${server.port:8080}}") String base,
      ChannelEndpoints endpoints) {
    this.base = base;
    this.endpoints = endpoints;
  }

  /** The address for one send, empty while the mail channel has no secret. */
  public Optional<String> link(String key) {
    return endpoints.secret(CHANNEL).map(secret -> base + PATH + key + "." + sign(secret, key));
  }

  /** The send's idempotency key, empty if the token is not ours. */
  public Optional<String> verify(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var key = token.substring(0, dot);
    var given = token.substring(dot + 1);
    return endpoints
        .secret(CHANNEL)
        .filter(secret ->
            MessageDigest.isEqual(sign(secret, key).getBytes(UTF_8), given.getBytes(UTF_8)))
        .map(secret -> key);
  }

  private static String sign(String secret, String key) {
    return Signature.hex(secret, "unsubscribe:" + key).substring(0, 32);
  }
}
