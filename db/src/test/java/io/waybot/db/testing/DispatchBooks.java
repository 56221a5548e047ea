package io.waybot.db.testing;

/**
 * What must be true of the dispatch ledger and the tables beside it whatever happened: PENDING
 * sends wait, SENDING ones are in one round, UNKNOWN ones are in doubt, and no others are.
 */
public final class DispatchBooks {
  /** Answers one number: how many sends are in the wrong place. */
  public static final String MISPLACED =
      """
      select (select count(*) from dispatch d
          left join waiting_send w on w.id = d.id
          left join doubtful_send u on u.id = d.id
          where (d.state = 'PENDING') <> (w.id is not null)
            or (d.state = 'UNKNOWN') <> (u.id is not null)
            or (case when d.state = 'SENDING' then 1 else 0 end)
              <> (select count(*) from send_round r where d.id = any(r.ids)))
        + (select count(*) from waiting_send w where not exists (select 1 from dispatch d where d.id = w.id))
        + abs((select coalesce(sum(cardinality(r.ids)), 0) from send_round r)
          - (select count(*) from dispatch d where d.state = 'SENDING'))
      """;

  private DispatchBooks() {}
}
