package io.waybot.runtime.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Leaves {@code app.pid} and {@code ports.json} for the launcher and for outside checks. */
@Component
class Presence implements DisposableBean {
  private final Path pidFile;
  private final Path portsFile;
  private final JsonMapper json;

  Presence(WaybotHome home, JsonMapper json) {
    this.pidFile = home.directory("").resolve("app.pid");
    this.portsFile = home.root().resolve("ports.json");
    this.json = json;
    write(pidFile, Long.toString(ProcessHandle.current().pid()));
  }

  @EventListener
  void serving(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() != null) {
      return; // the management server, not ours
    }
    int port = event.getWebServer().getPort();
    Map<String, Object> ports = new LinkedHashMap<>();
    ports.put("url", "http://127.0.0.1:" + port);
    ports.put("http", port);
    ports.put("engineGateway", port + 1);
    ports.put("engineCommand", port + 2);
    ports.put("engineInternal", port + 3);
    ports.put("engineManagement", port + 4);
    ports.put("engineRest", port + 5);
    ports.put("worldHttp", port + 6);
    ports.put("worldSmtp", port + 7);
    write(portsFile, json.writeValueAsString(ports));
  }

  @Override
  public void destroy() throws IOException {
    Files.deleteIfExists(pidFile);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
