package io.waybot.connectors.channel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the channels' providers live: {@code waybot.channel.<code>.url}, {@code .secret} and so on.
 */
@ConfigurationProperties("waybot")
public record ChannelEndpoints(@Nullable Map<String, Endpoint> channel) {

  /**
   * @param url base address; {@code http(s)://…} or {@code smtp://host:port}
   * @param secret signs what we send and what the provider calls back with
   * @param account our name at the provider
   * @param password for SMTP log-in, if the server wants one
   * @param sender mail address the bank writes from
   */
  public record Endpoint(
      URI url,
      @Nullable String secret,
      @Nullable String account,
      @Nullable String password,
      @Nullable String sender) {

    String need(@Nullable String value, String name, String channel) {
      if (value == null || value.isBlank()) {
        throw new IllegalStateException("waybot.channel." + channel + "." + name + " is not set");
      }
      return value;
    }

    /** Without its secrets. */
    @Override
    public String toString() {
      return "Endpoint[" + url + "]";
    }
  }

  public Optional<Endpoint> of(String code) {
    return Optional.ofNullable(channel).map(all -> all.get(code));
  }

  /** The secret shared with a channel's provider, if the channel is connected and has one. */
  public Optional<String> secret(String code) {
    return of(code).map(Endpoint::secret).filter(secret -> !secret.isBlank());
  }
}
