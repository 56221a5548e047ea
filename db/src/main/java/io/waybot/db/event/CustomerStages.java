package io.waybot.db.event;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each customer has come in the app: the stage of the latest behaviour. */
@Component
public class CustomerStages {
  private final JdbcTemplate sql;

  CustomerStages(JdbcTemplate sql) {
    this.sql = sql;
  }

  /**
   * Derives all stages anew from the behaviours of a time, in the caller's transaction; of two at
   * the same moment the higher stage counts.
   *
   * @return customers with a stage
   */
  public int derive(Instant from, Instant until) {
    sql.update("delete from customer_stage");
    return sql.update(
        "insert into customer_stage (customer, stage, behaviour, behaved_at) select customer,"
            + " stage, code, at from (select e.customer, t.stage, e.code, e.at, row_number() over"
            + " (partition by e.customer order by e.at desc, t.stage desc, e.code desc) as newest"
            + " from customer_event e join event_type t on t.code = e.code where t.kind ="
            + " 'BEHAVIOUR' and t.stage is not null and e.at >= ? and e.at < ?) b where newest = 1",
        Timestamp.from(from),
        Timestamp.from(until));
  }
}
