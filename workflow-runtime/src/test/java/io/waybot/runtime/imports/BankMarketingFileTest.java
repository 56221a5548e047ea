package io.waybot.runtime.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waybot.connectors.imports.ShippedMappings;
import io.waybot.db.imports.ImportCounts;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real file of the UCI bank marketing data: 41,188 rows, no key, 12 duplicate rows. */
class BankMarketingFileTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void importsWithTheShippedMappingAndOnlyOnce(TestDatabase kind) throws Exception {
    var file = file();
    assumeTrue(
        Files.isRegularFile(file),
        "shared/data/bank-additional-full.csv is not beside the project");
    var hall = new ImportHall(kind, home);
    var mapping =
        new ShippedMappings(hall.json).get("bank-additional-full", LocalDate.of(2026, 11, 19));

    try (var first = Files.newInputStream(file)) {
      assertThat(hall.submit(mapping, first).counts())
          .isEqualTo(new ImportCounts(41_188, 41_188, 0, 0, 0, 0));
    }
    try (var again = Files.newInputStream(file)) {
      assertThat(hall.submit(mapping, again).counts())
          .isEqualTo(new ImportCounts(41_188, 0, 0, 41_188, 0, 0));
    }

    assertThat(hall.count("select count(*) from data_bank_additional where y")).isEqualTo(4_640);
    assertThat(
            hall.stores.catalog().column("bank_additional", "emp_var_rate").orElseThrow().label())
        .isEqualTo("emp.var.rate");
    assertThat(hall.stores.customers().active().getCardinality()).isEqualTo(41_188);
  }

  private static Path file() {
    var folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    return folder == null
        ? Path.of("bank-additional-full.csv")
        : folder.resolve("shared/data/bank-additional-full.csv");
  }
}
