package io.waybot.connectors.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Small trees in a form that answers without jumping about: all nodes that ask about one column
 * split its values into bins, and each bin knows for every tree the leaves that are still possible.
 * A row's leaf is what its columns leave over. The same leaves in the same order as LightGBM's own,
 * so the same score. Source: Lucchese et al., "QuickScorer", SIGIR 2015, with bins in place of
 * thresholds.
 */
final class Forest {
  private static final int MOST_LEAVES = Integer.SIZE;

  private final Column[] columns;
  private final double[] leaves; // MOST_LEAVES places for each tree
  private final int trees;
  private final double sigmoid;

  private Forest(List<Tree> trees, double sigmoid) {
    this.trees = trees.size();
    this.sigmoid = sigmoid;
    this.columns =
        trees.stream()
            .flatMapToInt(tree -> Arrays.stream(tree.feature()))
            .distinct()
            .sorted()
            .mapToObj(place -> new Column(place, trees))
            .toArray(Column[]::new);
    this.leaves = new double[this.trees * MOST_LEAVES];
    for (int t = 0; t < this.trees; t++) {
      var leaf = trees.get(t).leaf();
      System.arraycopy(leaf, 0, leaves, t * MOST_LEAVES, leaf.length);
    }
  }

  /** Empty if these trees are too large, or not trained the way this product trains. */
  static Optional<Forest> of(String file) {
    var text = new ForestText(file);
    boolean fits =
        text.tellsProbability()
            && !text.trees().isEmpty()
            && text.trees().stream()
                .allMatch(tree ->
                    tree.leaf().length <= MOST_LEAVES
                        && IntStream.range(0, tree.nodes()).noneMatch(tree::zeroIsMissing));
    return fits ? Optional.of(new Forest(text.trees(), text.sigmoid())) : Optional.empty();
  }

  /** The probability of each row, as {@link Scorer#score}. */
  float[] score(double[] matrix, int rows, int width) {
    var scores = new float[rows];
    var open = new int[trees];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(open, -1);
      for (var column : columns) {
        column.narrow(open, matrix[row * width + column.place]);
      }
      double sum = 0;
      for (int t = 0; t < trees; t++) {
        sum += leaves[t * MOST_LEAVES + Integer.numberOfTrailingZeros(open[t])];
      }
      scores[row] = (float) (1 / (1 + Math.exp(-sigmoid * sum)));
    }
    return scores;
  }

  /** A column's bins, and by bin and tree the leaves that a value in it may still reach. */
  private static final class Column {
    private final int place;
    private final boolean categories;
    private final double[] upTo; // of each bin; after them one for larger and one for missing
    private final int[] reachable;

    Column(int place, List<Tree> trees) {
      this.place = place;
      this.categories = trees.stream().anyMatch(tree -> asksCategories(tree, place));
      this.upTo =
          trees.stream().flatMapToDouble(tree -> bounds(tree, place)).distinct().sorted().toArray();
      this.reachable = new int[(upTo.length + 2) * trees.size()];
      int at = 0;
      for (int bin = 0; bin < upTo.length + 2; bin++) {
        for (var tree : trees) {
          reachable[at++] = reachable(tree, value(bin));
        }
      }
    }

    private static boolean asksCategories(Tree tree, int place) {
      return IntStream.range(0, tree.nodes())
          .anyMatch(node -> tree.feature()[node] == place && tree.asksCategories(node));
    }

    private static DoubleStream bounds(Tree tree, int place) {
      return IntStream.range(0, tree.nodes())
          .filter(node -> tree.feature()[node] == place)
          .boxed()
          .flatMapToDouble(node ->
              tree.asksCategories(node)
                  ? IntStream.range(-1, tree.categories(node)).asDoubleStream()
                  : DoubleStream.of(tree.threshold()[node]));
    }

    /** A value that falls into the bin. */
    private double value(int bin) {
      if (bin < upTo.length) {
        return upTo[bin];
      }
      return bin == upTo.length ? Double.MAX_VALUE : Double.NaN;
    }

    private int reachable(Tree tree, double value) {
      int leaves = -1;
      for (int node = 0; node < tree.nodes(); node++) {
        if (tree.feature()[node] == place) {
          boolean left = tree.goesLeft(node, value);
          leaves &= ~tree.leaves(left ? tree.right()[node] : tree.left()[node]);
        }
      }
      return leaves;
    }

    void narrow(int[] open, double value) {
      int from = bin(categories && !Double.isNaN(value) ? (int) value : value) * open.length;
      for (int t = 0; t < open.length; t++) {
        open[t] &= reachable[from + t];
      }
    }

    private int bin(double value) {
      if (Double.isNaN(value)) {
        return upTo.length + 1;
      }
      int first = 0;
      for (int left = upTo.length; left > 0; ) {
        int half = left >>> 1;
        boolean above = upTo[first + half] < value;
        first = above ? first + half + 1 : first;
        left = above ? left - half - 1 : half;
      }
      return first;
    }
  }
}
