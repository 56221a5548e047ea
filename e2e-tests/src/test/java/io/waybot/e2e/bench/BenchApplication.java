package io.waybot.e2e.bench;

import io.waybot.designer.WaybotApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The whole application in a process of its own, with a generated bank moved in and gateways that
 * take every message inside the process.
 */
public final class BenchApplication {
  private BenchApplication() {}

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(
            WaybotApplication.class,
            BenchBank.class,
            BenchCatalogue.class,
            BenchCounts.class,
            BenchCustomers.class,
            BenchGateways.class,
            BenchPeople.class)
        .run(arguments);
  }
}
