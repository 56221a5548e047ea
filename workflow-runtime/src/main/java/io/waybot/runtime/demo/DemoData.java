package io.waybot.runtime.demo;

import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.imports.ImportJob;
import io.waybot.demo.bank.DemoBank;
import io.waybot.runtime.home.WaybotHome;
import io.waybot.runtime.imports.ImportService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The demo bank's files, generated and taken in through the same door as a real bank's. */
@Component
class DemoData {
  private static final String BY = "demo";
  private static final Duration AT_MOST = Duration.ofHours(1);
  private static final String CUSTOMERS = "customers";

  private final ImportService imports;
  private final WaybotHome home;
  private final JsonMapper json;
  private final int customers;

  DemoData(
      ImportService imports,
      WaybotHome home,
      JsonMapper json,
      @Value("${waybot.demo.customers:50000}") int customers) {
    this.imports = imports;
    this.home = home;
    this.json = json;
    this.customers = customers;
  }

  int customers() {
    return customers;
  }

  /** Everything the bank knows on the morning of its first date. */
  void arrive(LocalDate firstDate) {
    var directory = home.directory("demo/data");
    try {
      DemoBank.write(customers, firstDate, directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo files cannot be written to " + directory, e);
    }
    take(directory, List.of(CUSTOMERS, "events", "salaries", "app_events", "history"));
  }

  /** What arrives on a later day: yesterday's events, and the customers as they were then. */
  void arrive(LocalDate firstDate, int day) {
    var directory = home.directory("demo/data/day-" + day);
    try {
      DemoBank.of(customers, firstDate).writeDay(day, directory);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo files cannot be written to " + directory, e);
    }
    take(directory, List.of("events", "salaries", "app_events"));
  }

  /** The customers of the first day again, as known on the day before {@code date}. */
  void customersOf(LocalDate date) {
    var directory = home.directory("demo/data");
    take(directory, CUSTOMERS, mapping(directory, CUSTOMERS).of(date.minusDays(1)));
  }

  private void take(Path directory, List<String> datasets) {
    for (var dataset : datasets) {
      take(directory, dataset, mapping(directory, dataset).mapping());
    }
  }

  private void take(Path directory, String dataset, ImportMapping mapping) {
    var file = directory.resolve(dataset + ".csv");
    try (var in = Files.newInputStream(file)) {
      var job = imports.submit(in, file.getFileName().toString(), mapping, BY);
      var ended = imports.await(job.id(), AT_MOST);
      if (ended.state() != ImportJob.State.DONE) {
        throw new IllegalStateException("import of " + dataset + " ended as " + ended);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while importing " + dataset, e);
    }
  }

  private Shipped mapping(Path directory, String dataset) {
    try {
      var text = Files.readString(directory.resolve(dataset + ".mapping.json"));
      return new Shipped(json.readValue(text, ImportMapping.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mapping as it lies beside its file. */
  private record Shipped(ImportMapping mapping) {
    ImportMapping of(LocalDate dataDate) {
      return new ImportMapping(
          mapping.dataset(),
          dataDate,
          mapping.mode(),
          mapping.key(),
          mapping.format(),
          mapping.charset(),
          mapping.delimiter(),
          mapping.sheet(),
          mapping.org(),
          mapping.columns());
    }
  }
}
