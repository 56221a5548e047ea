package io.waybot.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsubscribeLinksTest {
  private final UnsubscribeLinks links =
      new UnsubscribeLinks(
          "https://bank.invalid",
          new ChannelEndpoints(
              Map.of(
                  "email",
                  new ChannelEndpoints.Endpoint(
                      URI.create("smtp://127.0.0.1:25"), "secret", null, null, null))));

  @Test
  void recognisesItsOwnLinksAndNoOthers() {
    var link = links.link("abc123").orElseThrow();
    var token = link.substring("https://bank.invalid/api/v1/unsubscribe/".length());

    assertThat(links.verify(token)).contains("abc123");
    assertThat(links.verify(token.replace("abc123", "abc124"))).isEmpty();
    assertThat(links.verify("abc123.")).isEmpty();
    assertThat(links.verify("abc123")).isEmpty();
  }

  @Test
  void makesNoLinkWithoutASecret() {
    assertThat(new UnsubscribeLinks("https://b", new ChannelEndpoints(null)).link("k")).isEmpty();
  }
}
