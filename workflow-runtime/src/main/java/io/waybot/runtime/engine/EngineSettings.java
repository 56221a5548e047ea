package io.waybot.runtime.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which engine runs the journeys.
 *
 * @param mode our own child process, or a Camunda 8 cluster of the bank
 * @param addresses the cluster's gRPC gateways, {@code http://host:26500}; unused when embedded
 * @param id what scopes the cluster's keys; without it the first address does. Embedded engines
 *     have a file.
 * @param dist the unpacked distribution or its {@code .tar.gz}; only for an embedded engine
 * @param exporterJar the jar that the engine loads to send its events; only for an embedded engine
 * @param eventsUrl where the exporter sends them; without it, this application's own port
 * @param autostart false where somebody else starts the engine, as in tests
 * @param maxHeap of the engine's JVM, as {@code -Xmx} takes it
 */
@ConfigurationProperties("waybot.engine")
public record EngineSettings(
    @DefaultValue("embedded") Mode mode,
    @DefaultValue List<String> addresses,
    @Nullable UUID id,
    @Nullable Path dist,
    @Nullable Path exporterJar,
    @Nullable String eventsUrl,
    @DefaultValue("true") boolean autostart,
    @DefaultValue("768m") String maxHeap) {

  /** Where the engine lives. */
  public enum Mode {
    EMBEDDED,
    CLUSTER
  }

  boolean embedded() {
    return mode == Mode.EMBEDDED;
  }
}
