package io.waybot.runtime.dispatch;

import io.waybot.db.dispatch.StopOrders.Scope;
import io.waybot.db.dispatch.StopOrders.StopOrder;
import io.waybot.runtime.access.ApiProblem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The kill switch over HTTP. Release answers 202 while a second person is needed, then 204. */
@RestController
class StopApi {
  record Order(@Nullable Scope scope, @Nullable String target, @Nullable String reason) {}

  private final StopService stops;

  StopApi(StopService stops) {
    this.stops = stops;
  }

  @GetMapping("/api/v1/stops")
  Map<String, List<StopOrder>> active() {
    return Map.of("items", stops.active());
  }

  @PostMapping("/api/v1/stops")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, UUID> stop(@RequestBody Order order) {
    if (order.scope() == null || order.reason() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    var target = order.target() == null ? "*" : order.target();
    return Map.of("id", stops.stop(order.scope(), target, order.reason()));
  }

  @PostMapping("/api/v1/stops/{id}/release")
  ResponseEntity<Void> release(@PathVariable UUID id) {
    return ResponseEntity.status(stops.release(id) ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED)
        .build();
  }
}
