package io.waybot.db.decision;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the customers of a window were like when it was decided, where it weighed on the decision
 * and tomorrow's data will say otherwise.
 */
@Component
public class DecisionFacts {
  private final JdbcTemplate sql;
  private final AudienceStore audiences;

  DecisionFacts(JdbcTemplate sql, AudienceStore audiences) {
    this.sql = sql;
    this.audiences = audiences;
  }

  /**
   * A fact of a window's customers.
   *
   * @param names what number k + 1 stands for; empty: the numbers are the fact
   */
  public record Fact(SmallNumbers numbers, List<String> names) {

    /** What the customer's number stands for; empty text for 0. */
    public String name(int customer) {
      int number = numbers.of(customer);
      return number == 0 ? "" : names.get(number - 1);
    }
  }

  /** Keeps a fact, in the transaction that decides the window. */
  public void keep(UUID window, String fact, Fact what) {
    var bits = what.numbers().bits();
    for (int bit = 0; bit < bits.size(); bit++) {
      var set = new NewAudience(null, null, null, "fact " + fact, null, null);
      sql.update(
          "insert into decision_fact (window_id, fact, bit, audience_id) values (?,?,?,?)",
          window,
          fact,
          bit,
          audiences.save(set, bits.get(bit)).id());
    }
    sql.batchUpdate(
        "insert into decision_fact_name (window_id, fact, number, name) values (?,?,?,?)",
        IntStream.range(0, what.names().size())
            .mapToObj(i -> new Object[] {window, fact, i + 1, what.names().get(i)})
            .toList());
  }

  /** The fact as it was; everybody has 0 if none was kept. */
  public Fact of(UUID window, String fact) {
    var bits = new ArrayList<RoaringBitmap>();
    sql.queryForList(
            "select audience_id from decision_fact where window_id = ? and fact = ? order by bit",
            UUID.class,
            window,
            fact)
        .forEach(set -> bits.add(audiences.load(set)));
    var names =
        sql.queryForList(
            "select name from decision_fact_name where window_id = ? and fact = ? order by number",
            String.class,
            window,
            fact);
    return new Fact(new SmallNumbers(bits), names);
  }
}
