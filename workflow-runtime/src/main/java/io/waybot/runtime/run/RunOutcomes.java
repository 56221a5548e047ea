package io.waybot.runtime.run;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of a run's sends and leads, and what they cost. */
@Component
public class RunOutcomes {
  private final JdbcClient sql;

  RunOutcomes(JdbcClient sql) {
    this.sql = sql;
  }

  /** A receipt that customers count for, as screens show it. */
  public enum Receipt {
    DELIVERED("DELIVERED"),
    CLICKED("CLICKED"),
    FAILED("BOUNCED", "FAILED");

    private final Set<String> types;

    Receipt(String... types) {
      this.types = Set.of(types);
    }
  }

  /**
   * Where receipts came from.
   *
   * @param step elementId#pass
   */
  public record Sent(String step, String channel) {}

  /** Leads of one unit. */
  public record UnitLeads(String unit, int customers) {}

  /** Customers who gave such a receipt, by block and channel. */
  public Map<Sent, Integer> received(UUID runId, Receipt receipt) {
    var counts = new HashMap<Sent, Integer>();
    sql.sql(
            "select d.step, d.channel, count(distinct d.customer) from receipt r join dispatch d on"
                + " d.id = r.dispatch_id where d.run_id = :run and r.type in (:types) group by"
                + " d.step, d.channel")
        .param("run", runId)
        .param("types", receipt.types)
        .query(
            (RowCallbackHandler)
                row -> counts.put(new Sent(row.getString(1), row.getString(2)), row.getInt(3)));
    return counts;
  }

  /** Who gave such a receipt. */
  public RoaringBitmap received(UUID runId, Sent sent, Receipt receipt) {
    var customers = new RoaringBitmap();
    sql.sql(
            "select d.customer from receipt r join dispatch d on d.id = r.dispatch_id where"
                + " d.run_id = :run and d.step = :step and d.channel = :channel and r.type in"
                + " (:types)")
        .param("run", runId)
        .param("step", sent.step())
        .param("channel", sent.channel())
        .param("types", receipt.types)
        .query((RowCallbackHandler) row -> customers.add(row.getInt(1)));
    return customers;
  }

  /** The run's leads by unit, in the order of their codes. */
  public List<UnitLeads> leadsByUnit(UUID runId) {
    return sql.sql(
            "select org_code, count(*) from lead where run_id = ? group by org_code order by"
                + " org_code")
        .param(runId)
        .query((row, i) -> new UnitLeads(row.getString(1), row.getInt(2)))
        .list();
  }

  /** Who was given to a unit. */
  public RoaringBitmap leadsOf(UUID runId, String unit) {
    var customers = new RoaringBitmap();
    sql.sql("select customer from lead where run_id = ? and org_code = ?")
        .params(runId, unit)
        .query((RowCallbackHandler) row -> customers.add(row.getInt(1)));
    return customers;
  }

  /** Sends and leads together. */
  public BigDecimal costYuan(UUID runId) {
    return sql.sql(
            "select coalesce((select sum(cost_yuan) from dispatch where run_id = ?), 0) + (select"
                + " count(*) from lead where run_id = ?) * coalesce((select cost_yuan from channel"
                + " where code = 'branch'), 0)")
        .params(runId, runId)
        .query(BigDecimal.class)
        .single();
  }
}
