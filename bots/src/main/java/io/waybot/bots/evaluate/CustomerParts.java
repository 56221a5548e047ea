package io.waybot.bots.evaluate;

import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.OpenComplaints;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Cuts both arms by what customers were before the run: their group, their sub-branch. */
@Component
class CustomerParts {
  private static final String GROUP = "group_code";
  private final CustomerStore customers;
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;
  private final OpenComplaints complaints;

  CustomerParts(
      CustomerStore customers,
      CustomerColumns columns,
      DatasetCatalog catalog,
      OpenComplaints complaints) {
    this.customers = customers;
    this.columns = columns;
    this.catalog = catalog;
    this.complaints = complaints;
  }

  /** By payroll group; empty if the bank delivers none. */
  List<Breakdowns.Part> groups(RoaringBitmap treatment, RoaringBitmap control, Sales sales) {
    if (!catalog.has(Dataset.CUSTOMERS, GROUP)) {
      return List.of();
    }
    var tallies = new TreeMap<String, int[]>();
    columns.scan(
        Dataset.CUSTOMERS,
        List.of(GROUP),
        RoaringBitmap.or(treatment, control),
        row -> {
          var group = row.text(0);
          count(tallies, group == null ? "" : group, row.customer(), treatment, sales);
        });
    return parts(tallies);
  }

  /** By sub-branch code. */
  List<Breakdowns.Part> units(RoaringBitmap treatment, RoaringBitmap control, Sales sales) {
    var tallies = new TreeMap<String, int[]>();
    customers.each(
        RoaringBitmap.or(treatment, control),
        customer -> count(tallies, customer.org(), customer.number(), treatment, sales));
    return parts(tallies);
  }

  /** Who has an open complaint now. */
  RoaringBitmap complaints(RoaringBitmap members) {
    return complaints.among(members);
  }

  /** A number of the members' data, over those who have one. */
  UpliftEstimator.Amounts amounts(RoaringBitmap members, String column) {
    double[] sums = new double[2];
    int[] valued = new int[1];
    columns.scan(
        Dataset.CUSTOMERS,
        List.of(column),
        members,
        row -> {
          if (!row.empty(0)) {
            valued[0]++;
            sums[0] += row.decimal(0);
            sums[1] += row.decimal(0) * row.decimal(0);
          }
        });
    return new UpliftEstimator.Amounts(valued[0], sums[0], sums[1]);
  }

  /** Those of the members who are of the payroll group. */
  RoaringBitmap ofGroup(RoaringBitmap members, String group) {
    var found = new RoaringBitmap();
    columns.scan(
        Dataset.CUSTOMERS,
        List.of(GROUP),
        members,
        row -> {
          var own = row.text(0);
          if (group.equals(own == null ? "" : own)) {
            found.add(row.customer());
          }
        });
    return found;
  }

  /** Those of the members who are of exactly this unit. */
  RoaringBitmap ofUnit(RoaringBitmap members, String unit) {
    var found = new RoaringBitmap();
    customers.each(
        members,
        customer -> {
          if (customer.org().equals(unit)) {
            found.add(customer.number());
          }
        });
    return found;
  }

  private static void count(
      Map<String, int[]> tallies, String name, int customer, RoaringBitmap treatment, Sales sales) {
    int arm = treatment.contains(customer) ? 0 : 2;
    var tally = tallies.computeIfAbsent(name, n -> new int[4]);
    tally[arm]++;
    tally[arm + 1] += sales.bought(customer) ? 1 : 0;
  }

  private static List<Breakdowns.Part> parts(Map<String, int[]> tallies) {
    return tallies.entrySet().stream()
        .map(entry -> {
          var n = entry.getValue();
          return Breakdowns.Part.of(entry.getKey(), n[0], n[1], n[2], n[3]);
        })
        .toList();
  }
}
