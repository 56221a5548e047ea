package io.waybot.runtime.imports;

import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.FilePreview;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.imports.ImportCounts;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.imports.ImportJobs;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes lists in: keeps the file, puts the import in line and tells what became of it. */
@Component
public class ImportService {
  private static final int LONGEST_MAPPING = 100_000;

  private final ImportJobs jobs;
  private final ImportFiles files;
  private final ImportWorker worker;
  private final TargetColumns targets;
  private final AuditLog audit;
  private final JsonMapper json;
  private final Clock clock;

  ImportService(
      ImportJobs jobs,
      ImportFiles files,
      ImportWorker worker,
      TargetColumns targets,
      AuditLog audit,
      JsonMapper json,
      Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.worker = worker;
    this.targets = targets;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Puts a file in line; it is imported in the background.
   *
   * @param startedBy login of who asked
   * @throws IllegalArgumentException if the mapping cannot work, whatever the file holds
   */
  public ImportJob submit(
      InputStream upload, String fileName, ImportMapping mapping, String startedBy) {
    targets.of(mapping.checked());
    var written = json.writeValueAsString(mapping);
    if (written.length() > LONGEST_MAPPING) {
      throw new IllegalArgumentException("the mapping is longer than " + LONGEST_MAPPING);
    }
    var job =
        new ImportJob(
            UUID.randomUUID(),
            mapping.dataset(),
            mapping.dataDate(),
            mapping.isSnapshot() ? "SNAPSHOT" : "UPSERT",
            ImportJob.State.QUEUED,
            fileName.length() > 260 ? fileName.substring(fileName.length() - 260) : fileName,
            written,
            ImportCounts.NONE,
            null,
            null,
            startedBy,
            clock.instant(),
            null);
    files.keep(job.id(), upload);
    jobs.queue(job);
    audit.append(startedBy, "import.start", "import:" + job.id(), job.dataset());
    worker.ring();
    return job;
  }

  /** The head of a file with guessed types, for somebody who makes a mapping. */
  public FilePreview preview(Path file, FileLayout layout) {
    return FilePreview.of(file, layout);
  }

  public Optional<ImportJob> find(UUID id) {
    return jobs.find(id);
  }

  /** The newest first. */
  public List<ImportJob> page(int offset, int limit) {
    return jobs.page(offset, limit);
  }

  /** The rejected rows of an import, empty if there are none. */
  public Optional<Path> errors(ImportJob job) {
    return Optional.ofNullable(job.errorsFile()).map(files::named);
  }

  /**
   * Waits until the import has ended.
   *
   * @throws IllegalStateException if it has not within the time
   */
  public ImportJob await(UUID id, Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (true) {
      var job = jobs.find(id).orElseThrow(() -> new IllegalArgumentException("no import " + id));
      if (job.state() != ImportJob.State.QUEUED && job.state() != ImportJob.State.RUNNING) {
        return job;
      }
      if (System.nanoTime() > until) {
        throw new IllegalStateException("import " + id + " is still " + job.state());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
