package io.waybot.demo.world;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where the world listens, what it remembers and how it reaches Waybot.
 *
 * @param port of HTTP on 127.0.0.1; 0 takes a free one
 * @param smtpPort of SMTP on 127.0.0.1; 0 takes a free one
 * @param directory of the journal, made if missing
 * @param waybot base address, without {@code /api}
 * @param secrets of the channels sms, push, inbox and email, by channel
 * @param worldPassword of the technical account {@code world}, asked at every call; may throw
 *     {@link java.io.UncheckedIOException} while there is none
 * @param colleaguePassword of the relationship managers, likewise
 * @param customers size of the demo bank
 * @param firstDate its D0
 * @param clock used until Waybot tells the bank's time
 */
public record Settings(
    int port,
    int smtpPort,
    Path directory,
    URI waybot,
    Map<String, String> secrets,
    Supplier<String> worldPassword,
    Supplier<String> colleaguePassword,
    int customers,
    LocalDate firstDate,
    Clock clock) {
  public Settings {
    secrets = Map.copyOf(secrets);
    for (var channel : Channels.ALL) {
      if (!secrets.containsKey(channel)) {
        throw new IllegalArgumentException("no secret for channel " + channel);
      }
    }
  }

  String secret(String channel) {
    var secret = secrets.get(channel);
    if (secret == null) {
      throw new IllegalArgumentException("no such channel: " + channel);
    }
    return secret;
  }

  @Override
  public String toString() {
    return "Settings[port=" + port + ", directory=" + directory + ", waybot=" + waybot + "]";
  }
}
