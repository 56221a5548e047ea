package io.waybot.bots.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The candidates of all journeys of a window that are allowed and worth something, and why the
 * other customers have none.
 */
final class CandidateTable {
  static final String NO_VALUE = "no_value";

  private final Roster roster;
  private final Goals goals;
  private final CandidateRows rows = new CandidateRows();

  CandidateTable(Roster roster, Goals goals) {
    this.roster = roster;
    this.goals = goals;
  }

  /**
   * Collects one journey's candidates; answers who has none, by reason.
   *
   * @param losses takes what rules removed
   */
  Map<String, RoaringBitmap> collect(
      int journeyIndex,
      DecisionTerms terms,
      RoaringBitmap customers,
      Candidates candidates,
      Contacts contacts,
      Losses losses) {
    var order = candidates.ruleOrder();
    var lost = new HashMap<String, RoaringBitmap>();
    for (var part :
        candidates.byChunk(
            terms, customers, contacts, () -> new Part(journeyIndex, terms, order))) {
      rows.addAll(part.rows);
      losses.addAll(part.losses);
      part.lost.forEach(
          (reason, who) -> lost.computeIfAbsent(reason, r -> new RoaringBitmap()).or(who));
    }
    return lost;
  }

  /** What comes of a chunk of one journey's customers. */
  private final class Part implements Candidates.Taker {
    private final List<String> order;
    private final CandidateRows rows = new CandidateRows();
    private final Map<String, RoaringBitmap> lost = new HashMap<>();
    private final Intake intake;
    private final Losses losses;

    Part(int journeyIndex, DecisionTerms terms, List<String> order) {
      this.order = order;
      this.intake = new Intake(journeyIndex, terms, goals, rows);
      this.losses = new Losses(terms);
    }

    @Override
    public void take(int customer, float score, double[] values, @Nullable String[] removedBy) {
      losses.note(customer, removedBy);
      if (!intake.keepBest(customer, score, values, removedBy)) {
        lost.computeIfAbsent(reason(removedBy, order), r -> new RoaringBitmap()).add(customer);
      }
    }
  }

  /** Where one journey's candidates are handed in one by one. */
  Intake intake(int journeyIndex, DecisionTerms terms) {
    return new Intake(journeyIndex, terms, goals, rows);
  }

  /** Allowed but worth nothing; else the rule that the candidate that came furthest fell to. */
  private static String reason(@Nullable String[] removedBy, List<String> order) {
    int furthest = -1;
    for (var code : removedBy) {
      if (code == null) {
        return NO_VALUE;
      }
      furthest = Math.max(furthest, order.indexOf(code));
    }
    return order.get(furthest);
  }

  /** Rows in the order that settles ties: by customer's rank, then journey, then treatment. */
  int[] inOrder() {
    var firsts = new int[roster.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      firsts[roster.rank(rows.customer(row)) + 1]++;
    }
    for (int r = 0; r < roster.size(); r++) {
      firsts[r + 1] += firsts[r];
    }
    var order = new int[rows.size()];
    for (int row = 0; row < order.length; row++) { // stable: journeys and treatments come in order
      order[firsts[roster.rank(rows.customer(row))]++] = row;
    }
    return order;
  }

  int journey(int row) {
    return rows.journey(row);
  }

  int treatment(int row) {
    return rows.treatment(row);
  }

  int customer(int row) {
    return rows.customer(row);
  }

  float score(int row) {
    return rows.score(row);
  }

  double value(int row) {
    return rows.value(row);
  }
}
