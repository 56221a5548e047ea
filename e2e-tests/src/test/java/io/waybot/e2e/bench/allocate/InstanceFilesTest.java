package io.waybot.e2e.bench.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.allocate.TreatmentAllocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceFilesTest {
  private static final long SEED = 7;

  @Test
  void rowsInAnyOrderAndAnyNumberOfThreadsGiveTheSameSolution(@TempDir Path folder)
      throws Exception {
    var named = new SeededInstance(2_000, true, true, SEED).build();
    var files = new InstanceFiles(folder);
    files.write(named);
    var answer = new TreatmentAllocator(1).allocate(named.instance());

    shuffle(folder.resolve(InstanceFiles.INSTANCE));
    var again = new InstanceReader(folder).read();
    var other = new TreatmentAllocator(2).allocate(again.instance());

    assertThat(other.objective()).isEqualTo(answer.objective());
    assertThat(other.upperBound()).isEqualTo(answer.upperBound());
    assertThat(AllocateBench.checksum(again, other))
        .isEqualTo(AllocateBench.checksum(named, answer));
  }

  private static void shuffle(Path file) throws Exception {
    var lines = new ArrayList<>(Files.readAllLines(file));
    var heading = lines.removeFirst();
    Collections.shuffle(lines, new Random(SEED));
    lines.addFirst(heading);
    Files.write(file, lines);
  }
}
