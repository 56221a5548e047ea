package io.waybot.db.imports;

import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stages a file with one row per customer. */
final class ProfileStage implements Stage {
  private final Dataset dataset;
  private final List<DatasetColumn> columns;
  private final boolean snapshot;
  private final String defaultOrg;
  private final JdbcTemplate batch;
  private final StageTable stage;

  ProfileStage(
      UUID importId,
      Dataset dataset,
      List<DatasetColumn> columns,
      boolean snapshot,
      String defaultOrg,
      JdbcTemplate batch,
      BulkInsert bulk) {
    this.dataset = dataset;
    this.columns = columns;
    this.snapshot = snapshot;
    this.defaultOrg = defaultOrg;
    this.batch = batch;
    this.stage = new StageTable(importId, StageTable.typesOf(columns), batch, bulk);
  }

  @Override
  public void open() {
    stage.open();
  }

  @Override
  public Optional<String> load(List<StagedRow> rows) {
    return stage.load(rows);
  }

  @Override
  public ImportCounts apply() {
    stage.analyse();
    if (snapshot) {
      stage.indexCustomers();
    }
    addCustomers();
    int updated = update();
    int inserted = insert();
    int deactivated = snapshot ? deactivate() : 0;
    return new ImportCounts(
        stage.rows(), inserted, updated, stage.rows() - inserted - updated, 0, deactivated);
  }

  private void addCustomers() {
    batch.update(
        "insert into customer (number, customer_key, org_code, home_staff, household, active)"
            + " select s.n, s.k, coalesce("
            + core("org_code", "null")
            + ", ?), "
            + core("home_rm", "null")
            + ", "
            + core("household", "null")
            + ", true from "
            + stage.name()
            + " s where s.fresh order by s.n",
        defaultOrg);
    batch.update(
        "insert into contact_state (customer) select s.n from "
            + stage.name()
            + " s where s.fresh order by s.n");
    if (!dataset.name().equals(Dataset.CUSTOMERS)) {
      return;
    }
    var org = "coalesce(" + core("org_code", "null") + ", c.org_code)";
    var staff = core("home_rm", "c.home_staff");
    var household = core("household", "c.household");
    batch.update(
        "update customer c set active = true, org_code = "
            + org
            + ", home_staff = "
            + staff
            + ", household = "
            + household
            + " from "
            + stage.name()
            + " s where c.number = s.n and not s.fresh and (not c.active or c.org_code is distinct"
            + " from "
            + org
            + " or c.home_staff is distinct from "
            + staff
            + " or c.household is distinct from "
            + household
            + ")");
  }

  /** The staged value of a core column of a customer, or what stands in when the file has none. */
  private String core(String column, String otherwise) {
    if (dataset.name().equals(Dataset.CUSTOMERS)) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(column)) {
          return "s.v" + (i + 1);
        }
      }
    }
    return otherwise.equals("null") ? "cast(null as varchar(64))" : otherwise;
  }

  private int update() {
    var sets = new ArrayList<String>(List.of("row_active = true"));
    var differences = new ArrayList<String>(List.of("not d.row_active"));
    for (int i = 0; i < columns.size(); i++) {
      var name = columns.get(i).name();
      sets.add(name + " = s.v" + (i + 1));
      differences.add("d." + name + " is distinct from s.v" + (i + 1));
    }
    return batch.update(
        "update "
            + dataset.table()
            + " d set "
            + String.join(", ", sets)
            + " from "
            + stage.name()
            + " s where d.number = s.n and not s.fresh and ("
            + String.join(" or ", differences)
            + ")");
  }

  private int insert() {
    var names = columns.stream().map(column -> ", " + column.name()).collect(Collectors.joining());
    var values = new StringBuilder();
    for (int i = 1; i <= columns.size(); i++) {
      values.append(", s.v").append(i);
    }
    return batch.update(
        "insert into "
            + dataset.table()
            + " (number"
            + names
            + ") select s.n"
            + values
            + " from "
            + stage.name()
            + " s where s.fresh or not exists (select 1 from "
            + dataset.table()
            + " d where d.number = s.n)");
  }

  private int deactivate() {
    int deactivated =
        batch.update(
            "update "
                + dataset.table()
                + " d set row_active = false where d.row_active and not exists (select 1 from "
                + stage.name()
                + " s where s.n = d.number)");
    if (dataset.name().equals(Dataset.CUSTOMERS)) {
      batch.update(
          "update customer c set active = false where c.active and exists (select 1 from "
              + dataset.table()
              + " d where d.number = c.number and not d.row_active)");
    }
    return deactivated;
  }

  @Override
  public void drop() {
    stage.drop();
  }
}
