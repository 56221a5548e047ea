package io.waybot.runtime.imports;

import io.waybot.connectors.imports.FilePreview;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.connectors.imports.MappedColumn;
import io.waybot.connectors.imports.TableFile;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.imports.ImportCounts;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.imports.ImportJobs;
import io.waybot.db.imports.Stage;
import io.waybot.db.imports.Stages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does one import: read and check every row beside the bank's data, then change the data and end
 * the import in one transaction.
 */
@Component
class ImportRun {
  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  private final ImportFiles files;
  private final ImportJobs jobs;
  private final Stages stages;
  private final TargetColumns targets;
  private final CustomerStore customers;
  private final OrgUnits units;
  private final TransactionTemplate transaction;
  private final JsonMapper json;
  private final Clock clock;

  ImportRun(
      ImportFiles files,
      ImportJobs jobs,
      Stages stages,
      TargetColumns targets,
      CustomerStore customers,
      OrgUnits units,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Clock clock) {
    this.files = files;
    this.jobs = jobs;
    this.stages = stages;
    this.targets = targets;
    this.customers = customers;
    this.units = units;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.clock = clock;
  }

  /**
   * Imports the file.
   *
   * @param seen counts the rows as they are read
   * @throws io.waybot.connectors.imports.ImportRefusal if the file is refused; nothing has changed
   *     then
   */
  void run(ImportJob job, String node, RowsSeen seen) {
    var upload = files.upload(job.id());
    var mapping = complete(json.readValue(job.mapping(), ImportMapping.class), upload);
    var columns = targets.of(mapping);
    var errors = files.errors(job.id(), mapping.format().suffix());
    var stage = stage(job, mapping, columns);
    stage.open();
    try (var intake = intake(stage, errors, seen, mapping, columns)) {
      LOG.info("import={} dataset={} started", job.id(), job.dataset());
      TableFile.of(upload, mapping.layout()).read(intake);
      intake.finish();
      LOG.info(
          "import={} stage=read rows={} rejected={}", job.id(), seen.count(), intake.rejected());
      targets.ensure(mapping, columns);
      apply(job, node, seen, stage, intake.rejected(), errors);
    } catch (RuntimeException e) {
      files.forget(errors);
      throw e;
    } finally {
      stage.drop();
    }
  }

  /** A mapping without columns takes all of the file's, but not the key's own. */
  private ImportMapping complete(ImportMapping mapping, Path upload) {
    if (!mapping.mapped().isEmpty() || TargetColumns.kindOf(mapping) == Dataset.Kind.EVENT) {
      return mapping;
    }
    var guessed =
        FilePreview.of(upload, mapping.layout()).columns().stream()
            .filter(column -> !column.source().isEmpty())
            .filter(column -> !column.source().equals(mapping.key().column()))
            .toList();
    List<MappedColumn> known = targets.asKnown(mapping.dataset(), guessed);
    return mapping.with(known);
  }

  private Stage stage(ImportJob job, ImportMapping mapping, List<DatasetColumn> columns) {
    var kind = TargetColumns.kindOf(mapping);
    var dataset =
        new Dataset(
            mapping.dataset(),
            kind,
            kind == Dataset.Kind.EVENT ? "customer_event" : "data_" + mapping.dataset(),
            mapping.dataset(),
            mapping.dataset(),
            null,
            null,
            0);
    return kind == Dataset.Kind.EVENT
        ? stages.events(job.id(), dataset)
        : stages.profile(
            job.id(), dataset, columns, mapping.isSnapshot(), defaultOrg(mapping.org()));
  }

  private String defaultOrg(@Nullable String asked) {
    return asked != null ? asked : units.all().stream().map(OrgUnit::code).findFirst().orElse("00");
  }

  private RowIntake intake(
      Stage stage, Path errors, RowsSeen seen, ImportMapping mapping, List<DatasetColumn> columns) {
    var numbers = new CustomerNumbers(customers);
    return TargetColumns.kindOf(mapping) == Dataset.Kind.EVENT
        ? new EventIntake(stage, errors, seen, mapping, numbers, clock.getZone(), json)
        : new ProfileIntake(
            stage, errors, seen, mapping, columns, numbers, orgCodes(mapping.dataset()));
  }

  private Set<String> orgCodes(String dataset) {
    return dataset.equals(Dataset.CUSTOMERS)
        ? units.all().stream().map(OrgUnit::code).collect(Collectors.toSet())
        : Set.of();
  }

  private void apply(
      ImportJob job, String node, RowsSeen seen, Stage stage, long rejected, Path errors) {
    transaction.executeWithoutResult(status -> {
      var changed = stage.apply();
      var counts =
          new ImportCounts(
              changed.rows() + rejected,
              changed.inserted(),
              changed.updated(),
              changed.unchanged(),
              rejected,
              changed.deactivated());
      stages.imported(job.dataset(), job.id(), job.dataDate(), changed.rows());
      var errorsFile = rejected > 0 ? errors.getFileName().toString() : null;
      if (!jobs.done(job.id(), node, counts, errorsFile, clock.instant())) {
        seen.stop();
        seen.requireOurs();
      }
      LOG.info(
          "import={} stage=applied inserted={} updated={} unchanged={} rejected={} deactivated={}",
          job.id(),
          counts.inserted(),
          counts.updated(),
          counts.unchanged(),
          counts.rejected(),
          counts.deactivated());
    });
  }
}
