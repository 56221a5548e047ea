package io.waybot.connectors.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Builds a gateway for every channel whose address is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelEndpoints.class)
class ChannelConfiguration {
  private static final Duration REST = Duration.ofSeconds(5);

  @Bean
  Gateways gateways(ChannelEndpoints endpoints, JsonMapper json, Clock clock) {
    var peer = HttpPeer.standard(json);
    List<ChannelGateway> gateways = new ArrayList<>();
    endpoints.of("sms").ifPresent(e -> gateways.add(new SmsPlatformGateway(peer, e, clock)));
    endpoints.of("push").ifPresent(e -> gateways.add(SignedJsonGateway.push(peer, e)));
    endpoints.of("inbox").ifPresent(e -> gateways.add(SignedJsonGateway.inbox(peer, e)));
    endpoints.of("email").ifPresent(e -> gateways.add(new SmtpGateway(e)));
    return new Gateways(gateways.stream().map(g -> new GuardedGateway(g, REST, clock)).toList());
  }
}
