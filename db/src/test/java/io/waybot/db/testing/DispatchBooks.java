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
          left join doubtful_send u on u.id = d.id
          where (d.state = 'UNKNOWN') <> (u.id is not null)
            or (case when d.state = 'PENDING' then 1 else 0 end)
              <> (select count(*) from waiting_page p where d.id = any(p.ids) and p.uncertain = d.uncertain
                and p.scope_run_id = d.scope_run_id and p.step = d.step and p.channel = d.channel
                and d.customer between p.from_customer and p.to_customer)
            or (case when d.state = 'SENDING' then 1 else 0 end)
              <> (select count(*) from send_round r where d.id = any(r.ids)))
        + abs((select coalesce(sum(cardinality(p.ids)), 0) from waiting_page p)
          - (select count(*) from dispatch d where d.state = 'PENDING'))
        + (select count(*) from waiting_page p where p.many <> cardinality(p.ids))
        + abs((select coalesce(sum(cardinality(r.ids)), 0) from send_round r)
          - (select count(*) from dispatch d where d.state = 'SENDING'))
      """;

  private DispatchBooks() {}
}
