package io.waybot.connectors.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How well scores put positives before negatives. Equal scores count as half a win. */
public final class Ranking {
  private final float[] scores;
  private final float[] labels;
  private final int[] ascending;
  private final long positives;

  /**
   * @param scores any order-preserving score, one per row
   * @param labels 1 for a positive, else 0
   * @throws IllegalArgumentException if there is no positive or no negative
   */
  public Ranking(float[] scores, float[] labels) {
    this.scores = scores;
    this.labels = labels;
    this.ascending =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Float.compare(scores[a], scores[b]))
            .mapToInt(i -> i)
            .toArray();
    this.positives = IntStream.range(0, labels.length).filter(i -> labels[i] == 1).count();
    if (positives == 0 || positives == labels.length) {
      throw new IllegalArgumentException("a ranking needs both positives and negatives");
    }
  }

  /** Area under the ROC curve by mid-ranks (Mann–Whitney), 0 to 1. */
  public double auc() {
    double rankSum = 0;
    for (int from = 0, to; from < ascending.length; from = to) {
      to = endOfTie(from);
      double midRank = (from + 1 + to) / 2.0;
      for (int i = from; i < to; i++) {
        rankSum += labels[ascending[i]] * midRank;
      }
    }
    double negatives = labels.length - positives;
    return (rankSum - positives * (positives + 1) / 2.0) / (positives * negatives);
  }

  /** Largest distance between the score distributions of positives and negatives, 0 to 1. */
  public double ks() {
    double negatives = labels.length - positives;
    double seenPositives = 0;
    double largest = 0;
    for (int from = 0, to; from < ascending.length; from = to) {
      to = endOfTie(from);
      for (int i = from; i < to; i++) {
        seenPositives += labels[ascending[i]];
      }
      double seenNegatives = to - seenPositives;
      largest = Math.max(largest, Math.abs(seenPositives / positives - seenNegatives / negatives));
    }
    return largest;
  }

  private int endOfTie(int from) {
    int to = from + 1;
    while (to < ascending.length && scores[ascending[to]] == scores[ascending[from]]) {
      to++;
    }
    return to;
  }

  /** Ten equal parts by score, the highest first. */
  public List<Decile> deciles() {
    var deciles = new ArrayList<Decile>(10);
    int n = ascending.length;
    double overall = (double) positives / n;
    for (int part = 1; part <= 10; part++) {
      int from = (int) ((long) n * (10 - part) / 10);
      int to = (int) ((long) n * (11 - part) / 10);
      long hits = IntStream.range(from, to).filter(i -> labels[ascending[i]] == 1).count();
      double rate = to == from ? 0 : (double) hits / (to - from);
      deciles.add(new Decile(part, to - from, hits, rate, rate / overall));
    }
    return deciles;
  }

  /**
   * @param rate share of positives in the part
   * @param lift that share ÷ the share over all
   */
  public record Decile(int part, int rows, long positives, double rate, double lift) {}
}
