package io.waybot.designer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Everything in one process: screens, scheduler, robots and the supervised engine. */
@SpringBootApplication(scanBasePackages = "io.waybot")
public class WaybotApplication {
  public static void main(String[] args) {
    SpringApplication.run(WaybotApplication.class, args);
  }
}
