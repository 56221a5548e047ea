package io.waybot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A file of invented customers with columns of every type; the same for the same size. */
final class BenchFile {
  private static final long SEED = 2026;
  private static final String[] GROUPS = {"G1", "G2", "G3", "G4", "G5", "G6", "G7"};

  private BenchFile() {}

  static void write(Path path, int rows) throws IOException {
    var random = new SplittableRandom(SEED);
    var day = LocalDate.of(2026, 11, 19);
    try (var out = Files.newBufferedWriter(path)) {
      out.write(
          "customer_no,org_code,home_rm,age,aum_yuan,demand_yuan,group_code,consent,opened_on,note\n");
      for (int i = 0; i < rows; i++) {
        out.write(String.valueOf(100_001 + i));
        out.write(",1101,rm1101a,");
        out.write(String.valueOf(18 + random.nextInt(70)));
        out.write(',');
        out.write(String.valueOf(random.nextInt(100_000_000) / 100.0));
        out.write(',');
        out.write(String.valueOf(random.nextInt(1_000_000) / 100.0));
        out.write(',');
        out.write(GROUPS[random.nextInt(GROUPS.length)]);
        out.write(random.nextInt(20) == 0 ? ",false," : ",true,");
        out.write(day.minusDays(random.nextInt(5_000)).toString());
        out.write(",\"客户, 备注 ");
        out.write(String.valueOf(i % 97));
        out.write("\"\n");
      }
    }
  }
}
