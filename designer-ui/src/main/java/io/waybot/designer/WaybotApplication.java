package io.waybot.designer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Everything in one process: screens, scheduler, robots and the supervised engine. */
@SpringBootApplication(
    scanBasePackages = {
      "io.waybot.db",
      "io.waybot.connectors",
      "io.waybot.bots",
      "io.waybot.runtime",
      "io.waybot.designer"
    })
public class WaybotApplication {
  public static void main(String[] args) {
    SpringApplication.run(WaybotApplication.class, args);
  }
}
