package io.waybot.runtime.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.testing.TestDatabase;
import io.waybot.demo.bank.DemoBank;
import io.waybot.demo.bank.DemoTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo bank's files are what an importer expects. */
class DemoFilesTest {
  private static final int CUSTOMERS = 5_000;

  @TempDir Path home;
  @TempDir Path files;

  @ParameterizedTest
  @EnumSource
  void everyRowOfTheDemoBankIsTaken(TestDatabase kind) throws IOException {
    var hall = new ImportHall(kind, home);
    for (var unit : DemoTables.organisation()) {
      hall.stores.org(unit.code(), unit.parent());
    }
    DemoBank.write(CUSTOMERS, LocalDate.of(2026, 11, 20), files);

    assertThat(taken(hall, "customers")).isEqualTo(CUSTOMERS);
    assertThat(taken(hall, "history")).isEqualTo(1_200);
    assertThat(taken(hall, "events")).isEqualTo(rows("events"));
    assertThat(taken(hall, "salaries")).isEqualTo(3_000);
    assertThat(taken(hall, "app_events")).isEqualTo(3_100);

    assertThat(hall.count("select count(*) from data_customers where consent = false"))
        .isEqualTo(60 + 190);
    assertThat(
            hall.count(
                "select count(distinct e.customer) from customer_event e join data_customers d on"
                    + " d.number = e.customer where e.dataset = 'events' and e.code = 'E01' and"
                    + " d.group_code in ('G5', 'G6', 'G7') and d.demand_yuan >= 1000"))
        .isEqualTo(1_200);
    assertThat(hall.count("select count(*) from customer where home_staff = 'staff'"))
        .isBetween(150L, 250L);
  }

  private long taken(ImportHall hall, String dataset) throws IOException {
    var mapping =
        hall.json.readValue(files.resolve(dataset + ".mapping.json"), ImportMapping.class);
    ImportJob job;
    try (var file = Files.newInputStream(files.resolve(dataset + ".csv"))) {
      job = hall.submit(mapping, file);
    }
    assertThat(job.state()).as(dataset).isEqualTo(ImportJob.State.DONE);
    assertThat(job.counts().rejected()).as(dataset).isZero();
    return job.counts().inserted();
  }

  private long rows(String dataset) throws IOException {
    try (var lines = Files.lines(files.resolve(dataset + ".csv"))) {
      return lines.count() - 1;
    }
  }
}
