package io.waybot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Robots, scheduler and API without screens: one more node beside a full one. */
@SpringBootApplication(
    scanBasePackages = {
      "io.waybot.db",
      "io.waybot.connectors",
      "io.waybot.bots",
      "io.waybot.runtime"
    })
public class RuntimeApplication {
  public static void main(String[] args) {
    SpringApplication.run(RuntimeApplication.class, args);
  }
}
