package io.waybot.db.customer;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Who complains at present, as the bank's data of today says. */
@Component
public class OpenComplaints {
  private static final String COLUMN = "complaint_open";

  private final CustomerColumns columns;
  private final DatasetCatalog catalog;

  OpenComplaints(CustomerColumns columns, DatasetCatalog catalog) {
    this.columns = columns;
    this.catalog = catalog;
  }

  /** Those with an open complaint; nobody if the bank does not deliver complaints. */
  public RoaringBitmap among(RoaringBitmap customers) {
    var open = new RoaringBitmap();
    if (catalog.has(Dataset.CUSTOMERS, COLUMN)) {
      columns.scan(
          Dataset.CUSTOMERS,
          List.of(COLUMN),
          customers,
          row -> {
            if (row.flag(0)) {
              open.add(row.customer());
            }
          });
    }
    return open;
  }
}
