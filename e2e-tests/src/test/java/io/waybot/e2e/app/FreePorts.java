package io.waybot.e2e.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** An installation takes thirteen ports in a row: finds such a row. */
public final class FreePorts {
  private FreePorts() {}

  public static int thirteenInARow() {
    for (int tries = 0; tries < 200; tries++) {
      int first = ThreadLocalRandom.current().nextInt(20_000, 31_000);
      if (allFree(first)) {
        return first;
      }
    }
    throw new IllegalStateException("no thirteen free ports in a row");
  }

  private static boolean allFree(int first) {
    for (int port = first; port <= first + 12; port++) {
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (java.net.BindException e) {
        return false;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }
}
