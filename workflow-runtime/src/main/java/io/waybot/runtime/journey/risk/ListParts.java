package io.waybot.runtime.journey.risk;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** An expected list by what its customers are. */
@Component
public class ListParts {
  private static final String GROUP = "group_code";

  private final OrgUnits units;
  private final CustomerStore customers;
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;

  ListParts(
      OrgUnits units, CustomerStore customers, CustomerColumns columns, DatasetCatalog catalog) {
    this.units = units;
    this.customers = customers;
    this.columns = columns;
    this.catalog = catalog;
  }

  /** By unit one level below the owner; empty if there is nothing below it. */
  public Map<String, RoaringBitmap> byUnit(ExpectedList list, String ownerOrg) {
    var parts = new LinkedHashMap<String, RoaringBitmap>();
    for (var unit : units.children(units.get(ownerOrg))) {
      var part = RoaringBitmap.and(list.fitting(), customers.ofOrg(unit.code()));
      if (!part.isEmpty()) {
        parts.put(unit.code(), part);
      }
    }
    return parts;
  }

  /** By payroll group, those without one under an empty code; empty if the bank delivers none. */
  public Map<String, RoaringBitmap> byGroup(ExpectedList list) {
    var parts = new TreeMap<String, RoaringBitmap>();
    if (catalog.find(Dataset.CUSTOMERS).isPresent() && catalog.has(Dataset.CUSTOMERS, GROUP)) {
      columns.scan(
          Dataset.CUSTOMERS,
          List.of(GROUP),
          list.fitting(),
          row -> {
            var group = row.text(0);
            parts
                .computeIfAbsent(group == null ? "" : group, code -> new RoaringBitmap())
                .add(row.customer());
          });
    }
    return parts;
  }
}
