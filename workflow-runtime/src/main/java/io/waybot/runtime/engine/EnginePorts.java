package io.waybot.runtime.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The five loopback ports of an embedded engine: the application's port plus 1 to 5. */
record EnginePorts(int base) {
  int gateway() {
    return base + 1;
  }

  int command() {
    return base + 2;
  }

  int internal() {
    return base + 3;
  }

  int management() {
    return base + 4;
  }

  int rest() {
    return base + 5;
  }

  Map<String, Integer> all() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("gateway", gateway());
    ports.put("command", command());
    ports.put("internal", internal());
    ports.put("management", management());
    ports.put("rest", rest());
    return ports;
  }

  /**
   * Looks before the engine does, because the engine would only say so deep in its log.
   *
   * @throws EngineNotStartable when somebody else listens on one of the ports
   */
  void refuseTaken() {
    all().forEach(EnginePorts::refuseTaken);
  }

  private static void refuseTaken(String name, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new EngineNotStartable(
          "Port "
              + port
              + " (engine, "
              + name
              + ") is taken by another program. Stop it, or start Waybot with --port on a free"
              + " range of 13 ports.",
          e);
    }
  }
}
