package io.waybot.connectors.channel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The channels that are connected. */
public final class Gateways {
  private final Map<String, ChannelGateway> byChannel;

  public Gateways(Collection<? extends ChannelGateway> gateways) {
    this.byChannel =
        gateways.stream()
            .collect(Collectors.toUnmodifiableMap(ChannelGateway::channel, Function.identity()));
  }

  public Optional<ChannelGateway> find(String channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }

  public Collection<ChannelGateway> all() {
    return byChannel.values();
  }
}
