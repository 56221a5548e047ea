package io.waybot.connectors.channel;

class InboxGatewayTest extends HttpGatewayContract {

  @Override
  ChannelGateway to(HttpPeer peer, ChannelEndpoints.Endpoint endpoint) {
    return SignedJsonGateway.inbox(peer, endpoint);
  }

  @Override
  String goodAddress() {
    return "100001";
  }

  @Override
  String refusedAddress() {
    return "unknown-customer";
  }
}
