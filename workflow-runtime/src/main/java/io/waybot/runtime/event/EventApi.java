package io.waybot.runtime.event;

import io.waybot.db.bank.Role;
import io.waybot.db.event.CustomerEvents;
import io.waybot.db.event.CustomerEvents.Told;
import io.waybot.db.event.EventTypes;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/events}: what customers did, told by the bank's systems as it happens. */
@RestController
class EventApi {
  private static final int MOST_ITEMS = 1_000;
  private static final int LONGEST_ID = 80;
  private static final int LONGEST_CUSTOMER = 64;
  private static final int LONGEST_ATTRIBUTES = 2_000;

  record Batch(@Nullable List<@Nullable Item> events) {}

  record Item(
      @Nullable String id,
      @Nullable String customer,
      @Nullable String code,
      @Nullable Instant at,
      @Nullable BigDecimal amountYuan,
      @Nullable Map<String, Object> attributes) {}

  private final CustomerEvents events;
  private final EventTypes types;
  private final CurrentUser user;
  private final JsonMapper json;

  EventApi(CustomerEvents events, EventTypes types, CurrentUser user, JsonMapper json) {
    this.events = events;
    this.types = types;
    this.user = user;
    this.json = json;
  }

  @Answers({"400 bad_request", "400 event_incomplete", "413 too_many_items", "422 event_unknown"})
  @PostMapping("/api/v1/events")
  CustomerEvents.Counts receive(@RequestBody Batch batch) {
    user.with(Role.WORLD, Role.ADMIN);
    if (batch.events() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    if (batch.events().size() > MOST_ITEMS) {
      throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too_many_items", MOST_ITEMS);
    }
    return events.store(batch.events().stream().map(this::checked).toList());
  }

  private Told checked(@Nullable Item item) {
    if (item == null || item.at() == null) {
      throw incomplete();
    }
    var code = filled(item.code(), LONGEST_ID);
    if (types.find(code).isEmpty()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "event_unknown", code);
    }
    var attributes = item.attributes() == null ? null : json.writeValueAsString(item.attributes());
    if (attributes != null && attributes.length() > LONGEST_ATTRIBUTES) {
      throw incomplete();
    }
    return new Told(
        filled(item.id(), LONGEST_ID),
        filled(item.customer(), LONGEST_CUSTOMER),
        code,
        item.at(),
        item.amountYuan(),
        attributes);
  }

  private static String filled(@Nullable String text, int longest) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw incomplete();
    }
    return text;
  }

  private static ApiProblem incomplete() {
    return new ApiProblem(HttpStatus.BAD_REQUEST, "event_incomplete");
  }
}
