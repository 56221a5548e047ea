package io.waybot.connectors.model;

import org.jspecify.annotations.Nullable;

/** Which rows a model is measured on: never rows that it was trained on. */
public sealed interface Split {

  /** Every row is held out once; rows are dealt to k parts by a seeded hash. */
  record KFold(int k, long seed) implements Split {
    public KFold {
      if (k < 2 || k > 20) {
        throw new IllegalArgumentException("number of folds must be 2 to 20, not " + k);
      }
    }
  }

  /**
   * The newest rows are held out.
   *
   * @param column date or number that tells the time; null: rows are in time order
   * @param share of rows held out, between 0 and 1; rows of one time stay together
   */
  record OutOfTime(@Nullable String column, double share) implements Split {
    public OutOfTime {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException("share held out must be between 0 and 1, not " + share);
      }
    }
  }
}
