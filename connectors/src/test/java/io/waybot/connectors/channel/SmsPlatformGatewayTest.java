package io.waybot.connectors.channel;

class SmsPlatformGatewayTest extends HttpGatewayContract {

  @Override
  ChannelGateway to(HttpPeer peer, ChannelEndpoints.Endpoint endpoint) {
    return new SmsPlatformGateway(peer, endpoint, CLOCK);
  }

  @Override
  String goodAddress() {
    return "10012345678";
  }

  @Override
  String refusedAddress() {
    return "13800001111";
  }
}
