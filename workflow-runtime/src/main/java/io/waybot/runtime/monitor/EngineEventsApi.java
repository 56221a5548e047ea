package io.waybot.runtime.monitor;

import io.swagger.v3.oas.annotations.Hidden;
import io.waybot.runtime.engine.ExporterToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where the exporter in the engine sends its batches; 204 means taken and committed. */
@RestController
@Hidden
class EngineEventsApi {
  private final EngineEvents events;
  private final ExporterToken token;

  EngineEventsApi(EngineEvents events, ExporterToken token) {
    this.events = events;
    this.token = token;
  }

  @PostMapping("/internal/engine-events")
  ResponseEntity<Void> take(
      @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
      @RequestHeader("X-Waybot-Engine") UUID engineId,
      @RequestBody EngineBatch batch) {
    if (!token.isIn(authorization)) {
      return ResponseEntity.status(401).build();
    }
    events.take(engineId, batch);
    return ResponseEntity.noContent().build();
  }
}
