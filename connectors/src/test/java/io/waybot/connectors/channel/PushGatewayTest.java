package io.waybot.connectors.channel;

class PushGatewayTest extends HttpGatewayContract {

  @Override
  ChannelGateway to(HttpPeer peer, ChannelEndpoints.Endpoint endpoint) {
    return SignedJsonGateway.push(peer, endpoint);
  }

  @Override
  String goodAddress() {
    return "d100001";
  }

  @Override
  String refusedAddress() {
    return "unknown-100002";
  }
}
