package io.waybot.connectors.model;

import java.util.Arrays;
import java.util.Map;

/**
 * One tree as LightGBM writes it. Node n asks about the column {@code feature[n]} and goes on to
 * {@code left[n]} or {@code right[n]}; a negative number there is the leaf {@code ~number}.
 *
 * @param threshold a number up to which the answer is left; for categories the place of their set
 * @param kind of question, by bits: 1 categories, 2 missing goes left, 4 and 8 what counts as
 *     missing
 * @param setStart where each set of categories begins in {@code sets}
 * @param sets categories that go left, 32 to a word
 */
@SuppressWarnings("ArrayRecordComponent")
record Tree(
    int[] feature,
    double[] threshold,
    int[] kind,
    int[] left,
    int[] right,
    double[] leaf,
    int[] setStart,
    long[] sets) {
  private static final int CATEGORIES = 1;
  private static final int MISSING_LEFT = 2;
  private static final int MISSING_IS_ZERO = 4;
  private static final int MISSING_IS_NAN = 8;

  static Tree of(Map<String, String> lines) {
    return new Tree(
        integers(lines, "split_feature"),
        numbers(lines, "threshold"),
        integers(lines, "decision_type"),
        integers(lines, "left_child"),
        integers(lines, "right_child"),
        numbers(lines, "leaf_value"),
        integers(lines, "cat_boundaries"),
        Arrays.stream(words(lines, "cat_threshold")).mapToLong(Long::parseLong).toArray());
  }

  private static String[] words(Map<String, String> lines, String name) {
    var line = lines.getOrDefault(name, "").strip();
    return line.isEmpty() ? new String[0] : line.split(" ");
  }

  private static int[] integers(Map<String, String> lines, String name) {
    return Arrays.stream(words(lines, name)).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] numbers(Map<String, String> lines, String name) {
    return Arrays.stream(words(lines, name)).mapToDouble(Double::parseDouble).toArray();
  }

  int nodes() {
    return feature.length;
  }

  boolean asksCategories(int node) {
    return (kind[node] & CATEGORIES) != 0;
  }

  /** Whether 0 counts as missing: trained otherwise than here. */
  boolean zeroIsMissing(int node) {
    return (kind[node] & MISSING_IS_ZERO) != 0;
  }

  /** One more than the highest category that a node lets go left. */
  int categories(int node) {
    return Integer.SIZE * (setStart[(int) threshold[node] + 1] - setStart[(int) threshold[node]]);
  }

  /** As LightGBM decides; a missing value is 0 where training saw none. */
  boolean goesLeft(int node, double value) {
    if (asksCategories(node)) {
      return !Double.isNaN(value) && contains((int) threshold[node], (int) value);
    }
    if (Double.isNaN(value) && (kind[node] & MISSING_IS_NAN) != 0) {
      return (kind[node] & MISSING_LEFT) != 0;
    }
    return (Double.isNaN(value) ? 0 : value) <= threshold[node];
  }

  private boolean contains(int set, int category) {
    int word = category >> 5;
    return category >= 0
        && word < setStart[set + 1] - setStart[set]
        && (sets[setStart[set] + word] >>> (category & 31) & 1) != 0;
  }

  /** The leaves below a child, one bit each. */
  int leaves(int child) {
    return child < 0 ? 1 << ~child : leaves(left[child]) | leaves(right[child]);
  }
}
