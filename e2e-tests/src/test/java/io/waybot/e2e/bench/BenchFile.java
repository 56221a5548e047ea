package io.waybot.e2e.bench;

import io.waybot.connectors.imports.FileFormat;
import io.waybot.connectors.imports.TableWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** A file of invented customers with columns of every type; the same for the same size. */
final class BenchFile {
  private static final long SEED = 2026;
  private static final String[] GROUPS = {"G1", "G2", "G3", "G4", "G5", "G6", "G7"};

  private BenchFile() {}

  static void write(Path path, int rows, FileFormat format) throws IOException {
    var random = new SplittableRandom(SEED);
    var day = LocalDate.of(2026, 11, 19);
    try (var out =
        format == FileFormat.CSV
            ? TableWriter.csv(path, StandardCharsets.UTF_8, ',')
            : TableWriter.xlsx(path, "customers")) {
      out.row(
          List.of(
              "customer_no",
              "org_code",
              "home_rm",
              "age",
              "aum_yuan",
              "demand_yuan",
              "group_code",
              "consent",
              "opened_on",
              "note"));
      for (int i = 0; i < rows; i++) {
        out.row(
            List.of(
                100_001 + i,
                "1101",
                "rm1101a",
                18 + random.nextInt(70),
                BigDecimal.valueOf(random.nextInt(100_000_000), 2),
                BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                GROUPS[random.nextInt(GROUPS.length)],
                random.nextInt(20) > 0,
                day.minusDays(random.nextInt(5_000)),
                "客户, 备注 " + i % 97));
      }
    }
  }
}
