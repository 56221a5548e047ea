package io.waybot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time that a process and its ended children took, as the system counts it. */
final class ProcessCpu {
  private static final double TICKS_PER_SECOND = 100;
  private static final int USER = 11; // counted from the field after the name
  private static final int OF_ENDED_CHILDREN = 14;

  private ProcessCpu() {}

  /** 0 where the system does not tell. */
  static double seconds(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = USER; i <= OF_ENDED_CHILDREN; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (IOException gone) {
      return 0;
    }
  }
}
