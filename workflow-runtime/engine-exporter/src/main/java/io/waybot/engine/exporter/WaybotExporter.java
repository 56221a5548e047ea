package io.waybot.engine.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Sends element and incident events to the application, in order and at least once.
 *
 * <p>Neither {@link #configure} nor {@link #open} does any I/O: one exception there leaves the
 * engine's exporter phase CLOSED while its readiness stays green. The engine may forget a record
 * only after the application has acknowledged it, so the position moves after the answer, and a
 * full buffer throws out of {@link #export}: the engine then keeps the record and asks again.
 */
public class WaybotExporter implements Exporter {
  static final int CAPACITY = 500;
  static final Duration LINGER = Duration.ofMillis(200);

  private EventBatch batch = new EventBatch(0);
  private @Nullable ApplicationLink link;
  private @Nullable Controller controller;
  private @Nullable Logger log;
  private boolean failing;

  /**
   * What the engine's configuration says under {@code exporters.NAME.args}; filled by the engine's
   * own mapper.
   */
  public static class Settings {
    public String url = "";
    public String tokenFile = "";
    public String engineId = "";
  }

  @Override
  public void configure(Context context) {
    var settings = context.getConfiguration().instantiate(Settings.class);
    log = context.getLogger();
    batch = new EventBatch(context.getPartitionId());
    link = new ApplicationLink(settings.url, Path.of(settings.tokenFile), settings.engineId);
    context.setFilter(new EventFilter());
  }

  @Override
  public void open(Controller controller) {
    this.controller = controller;
    flushLater(controller);
  }

  @Override
  public void export(Record<?> record) {
    if (batch.size() >= CAPACITY && !flush()) {
      throw new BufferFull(record.getPosition());
    }
    batch.add(record);
    if (batch.size() >= CAPACITY) {
      flush();
    }
  }

  @Override
  public void close() {
    flush();
  }

  private void flushLater(Controller controller) {
    controller.scheduleCancellableTask(
        LINGER,
        () -> {
          try {
            flush();
          } finally {
            flushLater(controller);
          }
        });
  }

  /** True when nothing is left to send. */
  private boolean flush() {
    if (batch.isEmpty()) {
      return true;
    }
    if (link == null || controller == null || !sent(link)) {
      return false;
    }
    controller.updateLastExportedRecordPosition(batch.lastPosition());
    batch.clear();
    return true;
  }

  private boolean sent(ApplicationLink link) {
    try {
      link.post(batch.toJson(System.currentTimeMillis()));
      say(false, "Waybot takes events again", null);
      return true;
    } catch (ApplicationLink.NotTaken e) {
      say(
          true,
          "Waybot does not take events: " + e.getMessage() + "; they wait in the engine's log",
          e);
      return false;
    }
  }

  /** Logs a change only: while the application is down this is asked five times a second. */
  private void say(boolean nowFailing, String what, @Nullable Exception why) {
    if (nowFailing != failing && log != null) {
      log.warn(what, why);
    }
    failing = nowFailing;
  }

  static class BufferFull extends IllegalStateException {
    private static final long serialVersionUID = 1;

    BufferFull(long position) {
      super("The buffer is full; record " + position + " stays with the engine");
    }
  }
}
