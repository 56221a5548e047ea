package io.waybot.runtime.imports;

import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.imports.BulkInsert;
import io.waybot.db.imports.DataFreshness;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.imports.ImportJobs;
import io.waybot.db.imports.Stages;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.language.Phrases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of an import over a test database; each import is worked off at once. */
public class ImportHall {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

  final TestDatabase.Access db;
  public final TestStores stores;
  final ImportService service;
  final ImportWorker worker;
  public final JsonMapper json;

  ImportHall(TestDatabase kind, Path home) {
    this(kind.open(), home);
  }

  public ImportHall(TestDatabase.Access db, Path home) {
    this.db = db;
    stores = new TestStores(db, CLOCK);
    stores.add(new ImportFiles(home));
    for (var type :
        List.of(
            OrgUnits.class,
            AuditLog.class,
            BulkInsert.class,
            ImportJobs.class,
            Stages.class,
            DataFreshness.class,
            TargetColumns.class,
            Phrases.class,
            ImportRun.class,
            ImportWorker.class)) {
      stores.bean(type);
    }
    worker = stores.bean(ImportWorker.class);
    service = stores.bean(ImportService.class);
    json = stores.bean(JsonMapper.class);
  }

  ImportJob csv(String mapping, String... lines) {
    return submit(mapping, bytes(String.join("\n", lines)));
  }

  ImportJob submit(String mapping, byte[] file) {
    return submit(json.readValue(mapping, ImportMapping.class), new ByteArrayInputStream(file));
  }

  public ImportJob submit(ImportMapping mapping, InputStream file) {
    var job = service.submit(file, "list.csv", mapping, "analyst");
    worker.next();
    return service.find(job.id()).orElseThrow();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String errors(ImportJob job) {
    try {
      return Files.readString(service.errors(job).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Map<String, Object>> rows(String query) {
    return db.sql().sql(query).query().listOfRows();
  }

  long count(String query) {
    return db.sql().sql(query).query(Long.class).single();
  }
}
