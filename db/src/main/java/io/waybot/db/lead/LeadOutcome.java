package io.waybot.db.lead;

/** What came of a lead, as the relationship manager says: the seven buttons. */
public enum LeadOutcome {
  BOUGHT,
  INTERESTED,
  /** The lead stays open until the day that was agreed. */
  CALL_AGAIN,
  NO_ANSWER,
  NOT_INTERESTED,
  WRONG_NUMBER,
  /** Ends all marketing to the customer at once. */
  DO_NOT_CONTACT;

  public boolean closes() {
    return this != CALL_AGAIN;
  }

  /** The customer showed interest: counts as a response. */
  public boolean response() {
    return this == BOUGHT || this == INTERESTED;
  }
}
