package io.waybot.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract for channels that speak HTTP, and what a wrong secret does. */
abstract class HttpGatewayContract extends ChannelGatewayContract {
  final ProviderPeer provider = new ProviderPeer();

  abstract ChannelGateway to(HttpPeer peer, ChannelEndpoints.Endpoint endpoint);

  private ChannelGateway to(URI url, String secret) {
    var peer = new HttpPeer(JSON, Duration.ofMillis(500), Duration.ofMillis(700));
    return to(peer, new ChannelEndpoints.Endpoint(url, secret, "waybot", null, null));
  }

  @AfterEach
  void closeProvider() {
    provider.close();
  }

  @Override
  ChannelGateway gateway() {
    return to(provider.url(), SECRET);
  }

  @Override
  ChannelGateway gatewayToNobody() {
    return to(URI.create("http://127.0.0.1:1"), SECRET);
  }

  @Override
  ChannelGateway gatewayToASilentPeer() {
    return to(provider.url().resolve("/silent"), SECRET);
  }

  @Override
  int delivered(String key) {
    return provider.delivered(key);
  }

  @Test
  void losesNoMessageToAWrongSecret() {
    var answer = to(provider.url(), "wrong").send(message("k7", goodAddress()));

    assertThat(answer).isInstanceOf(Answer.Busy.class);
    assertThat(answer.toString()).doesNotContain("wrong").doesNotContain(SECRET);
    assertThat(delivered("k7")).isZero();
  }
}
