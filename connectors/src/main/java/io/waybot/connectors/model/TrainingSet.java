package io.waybot.connectors.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coded rows with known outcome.
 *
 * @param matrix row-major, shape [rows][features]; NaN is missing
 * @param labels 1 for a positive, else 0; length rows
 * @param times what {@link Split.OutOfTime} orders rows by; length rows
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingSet(List<Feature> features, double[] matrix, float[] labels, double[] times) {
  public int rows() {
    return labels.length;
  }

  public long positives() {
    return IntStream.range(0, labels.length).filter(i -> labels[i] == 1).count();
  }

  /** The same columns, only these rows. */
  public TrainingSet only(int[] rows) {
    int width = features.size();
    var part = new double[rows.length * width];
    var partLabels = new float[rows.length];
    var partTimes = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(matrix, rows[i] * width, part, i * width, width);
      partLabels[i] = labels[rows[i]];
      partTimes[i] = times[rows[i]];
    }
    return new TrainingSet(features, part, partLabels, partTimes);
  }

  /** Row numbers by part: {@code [i][0]} to train on, {@code [i][1]} to measure on. */
  int[][][] parts(Split split) {
    return switch (split) {
      case Split.KFold folds ->
          IntStream.range(0, folds.k())
              .mapToObj(fold -> divide(row -> foldOf(row, folds) == fold))
              .toArray(int[][][]::new);
      case Split.OutOfTime newest -> {
        var sorted = times.clone();
        Arrays.sort(sorted);
        double cut = sorted[(int) Math.floor(rows() * (1 - newest.share()))];
        yield new int[][][] {divide(row -> times[row] >= cut)};
      }
    };
  }

  private int[][] divide(java.util.function.IntPredicate heldOut) {
    return new int[][] {
      IntStream.range(0, rows()).filter(heldOut.negate()).toArray(),
      IntStream.range(0, rows()).filter(heldOut).toArray()
    };
  }

  /** SplitMix64's finaliser over (seed, row): the same fold on every machine. */
  private static int foldOf(int row, Split.KFold folds) {
    long x = folds.seed() + (row + 1) * 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(x ^ (x >>> 31), folds.k());
  }
}
