package io.waybot.runtime.imports;

import io.waybot.connectors.imports.ImportRefusal;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.imports.ImportJobs;
import io.waybot.runtime.language.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off the line of imports in the background, one after the other. */
@Component
class ImportWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
  private static final long LOOK_AGAIN_SECONDS = 5;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private static final ThreadFactory LEASE_THREADS =
      Thread.ofPlatform().name("import-lease").daemon().factory();

  private final ImportJobs jobs;
  private final ImportFiles files;
  private final ImportRun imports;
  private final Phrases phrases;
  private final Clock clock;
  private final String node = UUID.randomUUID().toString();
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private volatile @Nullable RowsSeen current;

  ImportWorker(
      ImportJobs jobs, ImportFiles files, ImportRun imports, Phrases phrases, Clock clock) {
    this.jobs = jobs;
    this.files = files;
    this.imports = imports;
    this.phrases = phrases;
    this.clock = clock;
  }

  /** There is something new in the line. */
  void ring() {
    bell.release();
  }

  @Override
  public void start() {
    var worker = Thread.ofPlatform().name("imports").daemon().unstarted(this::work);
    thread = worker;
    worker.start();
  }

  /**
   * The import under way stops at its next batch and stays in line; no interrupt, H2 would close
   * its file.
   */
  @Override
  public void stop() {
    var running = thread;
    var reading = current;
    thread = null;
    bell.release();
    if (reading != null) {
      reading.stop();
    }
    if (running != null) {
      try {
        running.join(STOP_WITHIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void work() {
    while (thread == Thread.currentThread()) {
      try {
        if (!next()) {
          bell.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
          bell.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("the line of imports cannot be read, trying again", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(LOOK_AGAIN_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does the next import, if there is one. */
  boolean next() {
    var job = jobs.claim(node, files::hasUpload);
    job.ifPresent(this::doImport);
    return job.isPresent();
  }

  private void doImport(ImportJob job) {
    var seen = new RowsSeen();
    current = seen;
    try (var lease = Executors.newSingleThreadScheduledExecutor(LEASE_THREADS)) {
      lease.scheduleAtFixedRate(() -> renew(job.id(), seen), 1, 1, TimeUnit.SECONDS);
      try {
        imports.run(job, node, seen);
        files.forget(files.upload(job.id()));
      } catch (ImportRefusal e) {
        LOG.info("import={} refused={}", job.id(), e.code());
        ended(
            job,
            ImportJob.State.REFUSED,
            new ImportJob.Reason(e.code(), e.message("zh"), e.message("en")));
      } catch (RowsSeen.StoppedImport e) {
        LOG.warn("import={} stopped and put back in line: {}", job.id(), e.getMessage());
        jobs.release(job.id(), node);
      } catch (RuntimeException e) {
        LOG.error("import={} failed; nothing was changed", job.id(), e);
        ended(
            job,
            ImportJob.State.FAILED,
            new ImportJob.Reason(
                "failed",
                phrases.get(Locale.SIMPLIFIED_CHINESE, "import.failed"),
                phrases.get(Locale.ENGLISH, "import.failed")));
      } finally {
        lease.shutdownNow();
        current = null;
      }
    }
  }

  private void renew(UUID id, RowsSeen seen) {
    try {
      if (!jobs.progress(id, node, seen.count())) {
        seen.stop();
      }
    } catch (RuntimeException e) {
      LOG.warn("import={} cannot say how far it is", id, e);
    }
  }

  private void ended(ImportJob job, ImportJob.State state, ImportJob.Reason reason) {
    jobs.ended(job.id(), node, state, reason, clock.instant());
    files.forget(files.upload(job.id()));
  }
}
