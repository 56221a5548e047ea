package io.waybot.runtime.results;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.runtime.access.CurrentUser;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much of the bank the robots decide about: customers and assets of the last 30 days. */
@Service
public class Coverage {
  private static final int DAYS = 30;
  private static final String ASSETS = "aum_yuan";
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;
  private final CurrentUser user;
  private final JdbcClient sql;
  private final Clock clock;

  Coverage(
      AudienceStore audiences,
      CustomerStore customers,
      CustomerColumns columns,
      DatasetCatalog catalog,
      CurrentUser user,
      JdbcClient sql,
      Clock clock) {
    this.audiences = audiences;
    this.customers = customers;
    this.columns = columns;
    this.catalog = catalog;
    this.user = user;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Shares of the active customers in the person's scope.
   *
   * @param customerShare 0 to 1
   * @param assetShare 0 to 1; 0 if the bank delivers no assets
   */
  public record Share(int decided, int customers, double customerShare, double assetShare) {}

  /** Counts everybody in arm treatment or control of a real run: a robot decided about them. */
  public Share lastThirtyDays() {
    var all = customers.ofOrg(user.with(ResultsService.READERS).unit().code());
    var decided = RoaringBitmap.and(decided(), all);
    int count = all.getCardinality();
    double share = count == 0 ? 0 : (double) decided.getCardinality() / count;
    return new Share(decided.getCardinality(), count, share, assetShare(all, decided));
  }

  /** Everybody a robot decided about in these days, whatever their unit. */
  public RoaringBitmap decided() {
    user.with(ResultsService.READERS);
    var decided = new RoaringBitmap();
    for (var set : decidedSets()) {
      decided.or(audiences.load(set));
    }
    return decided;
  }

  private List<UUID> decidedSets() {
    return sql.sql(
            "select a.id from audience a join run r on r.id = a.run_id where r.kind <> 'REHEARSAL'"
                + " and r.business_date > ? and a.rule_code is null and a.name in ('treatment',"
                + " 'control')")
        .param(Date.valueOf(LocalDate.now(clock).minusDays(DAYS)))
        .query(UUID.class)
        .list();
  }

  private double assetShare(RoaringBitmap all, RoaringBitmap decided) {
    if (catalog.find(Dataset.CUSTOMERS).isEmpty() || !catalog.has(Dataset.CUSTOMERS, ASSETS)) {
      return 0;
    }
    double[] sums = new double[2];
    columns.scan(
        Dataset.CUSTOMERS,
        List.of(ASSETS),
        all,
        row -> {
          double yuan = row.decimal(0);
          if (!Double.isNaN(yuan)) {
            sums[0] += yuan;
            sums[1] += decided.contains(row.customer()) ? yuan : 0;
          }
        });
    return sums[0] == 0 ? 0 : sums[1] / sums[0];
  }
}
