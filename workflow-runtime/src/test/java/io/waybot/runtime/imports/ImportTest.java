package io.waybot.runtime.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.imports.DataFreshness;
import io.waybot.db.imports.ImportCounts;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTest {
  private static final String PEOPLE =
      """
      {"dataset":"people","dataDate":"2026-11-19","mode":"MODE","key":"no","format":"CSV",
       "columns":[{"source":"age","target":"age","type":"INT"},
                  {"source":"emp.var.rate","target":"emp.var.rate","type":"DECIMAL"},
                  {"source":"default","target":"default","type":"TEXT"}]}
      """;
  private static final String UPSERT = PEOPLE.replace("MODE", "UPSERT");
  private static final String SNAPSHOT = PEOPLE.replace("MODE", "SNAPSHOT");

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void importsGoodRowsAndWritesBadOnesWithTheirReasonsToAFile(TestDatabase kind) {
    var hall = new ImportHall(kind, home);

    var job =
        hall.csv(
            UPSERT,
            "no,age,emp.var.rate,default",
            "A,30,-1.1,no",
            "B,young,1.4,=cmd()",
            "C,,,\"a, \"\"b\"\"\"",
            "D,1,2",
            ",5,1,no");

    assertThat(job.state()).isEqualTo(ImportJob.State.DONE);
    assertThat(job.counts()).isEqualTo(new ImportCounts(5, 2, 0, 0, 3, 0));
    assertThat(
            hall.rows(
                "select number, age, emp_var_rate, c_default from data_people order by number"))
        .extracting(row -> row.get("number") + "|" + row.get("age") + "|" + row.get("c_default"))
        .containsExactly("1|30|no", "2|null|a, \"b\"");
    assertThat(hall.errors(job).lines().toList())
        .satisfiesExactly(
            head -> assertThat(head).endsWith("no,age,emp.var.rate,default,原因,Reason"),
            row ->
                assertThat(row)
                    .startsWith("B,young,1.4,'=cmd(),“age”不是数字")
                    .contains("\"\"age\"\" is not a number: young"),
            row -> assertThat(row).startsWith("D,1,2,,"),
            row -> assertThat(row).contains("主键为空").contains("The key is empty"));
  }

  @ParameterizedTest
  @EnumSource
  void changesOnlyWhatDiffersAndNeverReusesANumber(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.csv(UPSERT, "no,age,emp.var.rate,default", "A,30,1,x", "B,40,2,y");

    var again =
        hall.csv(UPSERT, "default,no,age,emp.var.rate", "x,A,30,1.0", "z,B,40,2", "w,C,1,1");

    assertThat(again.counts()).isEqualTo(new ImportCounts(3, 1, 1, 1, 0, 0));
    assertThat(hall.rows("select customer_key, number from customer order by number"))
        .extracting(row -> row.get("customer_key") + "=" + row.get("number"))
        .containsExactly("A=1", "B=2", "C=3");
    assertThat(hall.rows("select customer from contact_state order by customer"))
        .as("who can be locked")
        .extracting(row -> row.get("customer"))
        .containsExactly(1, 2, 3);
    assertThat(hall.count("select count(*) from data_people where c_default = 'z' and number = 2"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aSnapshotSwitchesMissingCustomersOffAndAnUpsertBringsThemBack(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    var customers = SNAPSHOT.replace("people", "customers");
    hall.csv(customers, "no,age,emp.var.rate,default", "A,30,1,x", "B,40,2,y", "C,50,3,z");

    var smaller = hall.csv(customers, "no,age,emp.var.rate,default", "A,30,1,x", "C,51,3,z");

    assertThat(smaller.counts()).isEqualTo(new ImportCounts(2, 0, 1, 1, 0, 1));
    assertThat(hall.stores.customers().active().toArray()).containsExactly(1, 3);

    var back =
        hall.csv(
            customers.replace("SNAPSHOT", "UPSERT"), "no,age,emp.var.rate,default", "B,40,2,y");

    assertThat(back.counts()).isEqualTo(new ImportCounts(1, 0, 1, 0, 0, 0));
    assertThat(hall.stores.customers().active().toArray()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void aSnapshotOfAnotherDatasetLeavesTheCustomersAlone(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.csv(
        UPSERT.replace("people", "customers"), "no,age,emp.var.rate,default", "A,1,1,x", "B,2,2,y");
    hall.csv(SNAPSHOT, "no,age,emp.var.rate,default", "A,1,1,x", "B,2,2,y");

    var smaller = hall.csv(SNAPSHOT, "no,age,emp.var.rate,default", "B,2,2,y");

    assertThat(smaller.counts().deactivated()).isEqualTo(1);
    assertThat(hall.stores.customers().active().getCardinality()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void refusesTheWholeFileAndChangesNothing(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.csv(UPSERT, "no,age,emp.var.rate,default", "A,30,1,x");

    assertRefused(hall, "missing_key", "number,age,emp.var.rate,default", "A,31,1,x");
    assertRefused(hall, "missing_column", "no,age,default", "A,31,x");
    assertRefused(hall, "duplicate_keys", "no,age,emp.var.rate,default", "A,31,1,x", "A,32,1,x");
    assertRefused(hall, "duplicate_keys", "no,age,emp.var.rate,default", "N,31,1,x", "N,32,1,x");
    assertRefused(hall, "duplicate_heading", "no,age,age,default", "A,31,1,x");
    assertRefused(hall, "no_headings", "");
    var gbk = "no,age,emp.var.rate,default\nA,31,1,客户".getBytes(Charset.forName("GB18030"));
    assertRefused(hall, "encoding", hall.submit(UPSERT, gbk));
    assertRefused(
        hall,
        "not_a_workbook",
        hall.submit(UPSERT.replace("CSV", "XLSX"), ImportHall.bytes("no,age\nA,1")));
  }

  private static void assertRefused(ImportHall hall, String code, String... lines) {
    assertRefused(hall, code, hall.csv(UPSERT, lines));
  }

  private static void assertRefused(ImportHall hall, String code, ImportJob job) {
    assertThat(job.state()).as(code).isEqualTo(ImportJob.State.REFUSED);
    assertThat(job.reason().code()).isEqualTo(code);
    assertThat(job.reason().zh()).isNotBlank().isNotEqualTo(job.reason().en());
    assertThat(job.counts()).isEqualTo(ImportCounts.NONE);
    assertThat(hall.count("select count(*) from customer")).isEqualTo(1);
    assertThat(hall.count("select count(*) from data_people where age = 30")).isEqualTo(1);
    assertThat(
            hall.count(
                "select count(*) from information_schema.tables where lower(table_name) like"
                    + " 'stage_%'"))
        .isZero();
  }

  @ParameterizedTest
  @EnumSource
  void findsADuplicateThatIsFarAwayInTheFile(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    var file = new StringBuilder("no,age,emp.var.rate,default\n");
    for (int i = 0; i < 12_000; i++) {
      file.append("K").append(i).append(",1,1,x\n");
    }

    var job = hall.submit(UPSERT, ImportHall.bytes(file + "K17,2,2,y\n"));

    assertThat(job.reason().code()).isEqualTo("duplicate_keys");
    assertThat(job.reason().en()).contains("K17");
    assertThat(hall.count("select count(*) from customer")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatTheCustomersFileSaysAboutUnitAndManager(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.stores.org("00", null);
    hall.stores.org("11", "00");
    hall.stores.org("1101", "11");
    var mapping =
        """
        {"dataset":"customers","dataDate":"2026-11-19","key":"customer_no","format":"CSV"}
        """;

    var job =
        hall.csv(
            mapping,
            "customer_no,org_code,home_rm,household,consent",
            "100001,1101,rm1101a,H1,true",
            "100002,9999,rm1101a,,false",
            "100003,11,,,");

    assertThat(job.counts()).isEqualTo(new ImportCounts(3, 2, 0, 0, 1, 0));
    assertThat(hall.errors(job)).contains("没有机构“9999”");
    assertThat(hall.stores.customers().ofOrg("1101").toArray()).containsExactly(1);
    assertThat(hall.stores.customers().find("100001").orElseThrow().homeStaff())
        .isEqualTo("rm1101a");
    assertThat(hall.stores.catalog().columns("customers"))
        .extracting(column -> column.name() + ":" + column.type())
        .containsExactly("org_code:TEXT", "home_rm:TEXT", "household:TEXT", "consent:BOOL");
  }

  @ParameterizedTest
  @EnumSource
  void importsEventsOnceHoweverOftenTheFileComes(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.csv(UPSERT, "no,age,emp.var.rate,default", "A,30,1,x");
    var mapping =
        """
        {"dataset":"salaries","dataDate":"2026-11-19","key":"event_id","format":"CSV"}
        """;
    var file =
        List.of(
            "event_id,customer_no,code,at,amount_yuan,attributes",
            "s1,A,E01,2026-11-18T09:00:00+08:00,6000.50,\"{\"\"employer\"\":\"\"A01\"\"}\"",
            "s2,A,E02,2026-11-18 09:00:00,,",
            "s3,Z,E01,2026-11-18T09:00:00+08:00,1,",
            "s4,A,E01,yesterday,1,nothing");

    var first = hall.csv(mapping, file.toArray(String[]::new));
    var second = hall.csv(mapping, file.toArray(String[]::new));

    assertThat(first.counts()).isEqualTo(new ImportCounts(4, 2, 0, 0, 2, 0));
    assertThat(second.counts()).isEqualTo(new ImportCounts(4, 0, 0, 2, 2, 0));
    assertThat(hall.errors(first))
        .contains("There is no customer \"\"Z\"\"")
        .contains("not a time");
    assertThat(
            hall.count(
                "select count(*) from customer_event where code = 'E02' and at = timestamp with"
                    + " time zone '2026-11-18 01:00:00+00'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void opensTheDataGateOnlyForAFinishedImportThatIsNewEnough(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.csv(UPSERT, "no,age,emp.var.rate,default", "A,30,1,x");
    hall.csv(UPSERT.replace("2026-11-19", "2026-11-20"), "no,age", "A,30");

    var freshness = hall.stores.bean(DataFreshness.class);

    assertThat(freshness.arrived(List.of("people"), LocalDate.of(2026, 11, 19))).isTrue();
    assertThat(freshness.missing(List.of("people", "other"), LocalDate.of(2026, 11, 20)))
        .containsExactly("people", "other");
    assertThat(freshness.newest()).containsOnlyKeys("people");
  }

  @ParameterizedTest
  @EnumSource
  void doesAnImportAgainWhoseProcessWasKilledButNotOneThatIsUnderWay(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    var mapping = hall.json.readValue(UPSERT, ImportMapping.class);
    var file = ImportHall.bytes("no,age,emp.var.rate,default\nA,30,1,x\n");
    var id =
        hall.service.submit(new ByteArrayInputStream(file), "list.csv", mapping, "analyst").id();
    hall.db.batch().execute("create table stage_" + id.toString().replace("-", "") + " (k int)");

    runningSince(hall, "2999-01-01 00:00:00");
    assertThat(hall.worker.next()).isFalse();

    runningSince(hall, "2026-01-01 00:00:00");
    assertThat(hall.worker.next()).isTrue();
    assertThat(hall.service.find(id).orElseThrow().counts())
        .isEqualTo(new ImportCounts(1, 1, 0, 0, 0, 0));
    assertThat(hall.worker.next()).isFalse();
  }

  private static void runningSince(ImportHall hall, String leaseUntil) {
    hall.db
        .batch()
        .update(
            "update import_job set state = 'RUNNING', node = 'another', lease_until = timestamp '"
                + leaseUntil
                + "'");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMappingThatContradictsTheDataset(TestDatabase kind) {
    var hall = new ImportHall(kind, home);
    hall.csv(UPSERT, "no,age,emp.var.rate,default", "A,30,1,x");

    assertThatThrownBy(() -> hall.csv(UPSERT.replace("INT", "TEXT"), "no,age"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hall.csv(UPSERT.replace("people", "people; drop"), "no,age"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hall.csv(UPSERT.replace("\"no\"", "\"event_id\""), "no,age"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
