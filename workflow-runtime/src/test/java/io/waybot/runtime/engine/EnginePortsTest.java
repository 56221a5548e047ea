package io.waybot.runtime.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class EnginePortsTest {
  @Test
  void namesThePortThatSomebodyElseHolds() throws IOException {
    var ports = new EnginePorts(SharedEngine.freeBase());

    try (var taken = new ServerSocket(ports.management(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(ports::refuseTaken)
          .isInstanceOf(EngineNotStartable.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " (engine, management)");
    }
  }
}
