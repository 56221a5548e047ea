package io.waybot.e2e.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated world's providers delivered, from the journal that outlives every kill. */
public final class ReceivedMessages {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One delivery; the key names the send, so a key that is there twice was delivered twice. */
  public record Received(String channel, String key) {}

  private ReceivedMessages() {}

  public static List<Received> of(Path home) throws IOException {
    try (var lines = Files.lines(home.resolve("world/journal.jsonl"))) {
      return lines
          .map(JSON::readTree)
          .filter(entry -> entry.path("kind").asString().equals("message"))
          .map(
              entry -> new Received(entry.path("channel").asString(), entry.path("key").asString()))
          .toList();
    }
  }
}
