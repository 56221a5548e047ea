package io.waybot.runtime.lead;

import io.waybot.db.lead.LeadOutcome;
import io.waybot.db.lead.LeadReport;
import io.waybot.db.lead.LeadState;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Leads over HTTP, with the same rights as the screens. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadApi {
  private final LeadService leads;

  LeadApi(LeadService leads) {
    this.leads = leads;
  }

  record Item(
      UUID id,
      String customer,
      @Nullable String staff,
      String org,
      String journey,
      UUID runId,
      @Nullable String product,
      LeadState state,
      @Nullable LeadOutcome outcome,
      LocalDate dueOn,
      int priority) {

    static Item of(LeadRow lead) {
      return new Item(
          lead.id(),
          lead.customer(),
          lead.staff(),
          lead.org(),
          lead.journey(),
          lead.runId(),
          lead.product(),
          lead.state(),
          lead.outcome(),
          lead.dueOn(),
          lead.priority());
    }
  }

  /** One page; {@code next} is the offset of the next one. */
  record Page(List<Item> items, @Nullable Integer next) {}

  record Reported(
      @Nullable String outcome,
      @Nullable String note,
      @Nullable LocalDate callAgainOn,
      @Nullable String recordingNo) {}

  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    if (limit < 1 || limit > 500 || offset < 0) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    var rows = leads.page(state(state), offset, limit);
    return new Page(
        rows.stream().map(Item::of).toList(), rows.size() < limit ? null : offset + limit);
  }

  @GetMapping("/{id}")
  Item get(@PathVariable UUID id) {
    return Item.of(leads.get(id).lead());
  }

  @PostMapping("/{id}/outcome")
  @Answers({
    "400 bad_request",
    "409 lead_closed",
    "422 call_again_date_required",
    "422 recording_required"
  })
  Item outcome(@PathVariable UUID id, @RequestBody Reported reported) {
    leads.record(
        id,
        new LeadReport(
            outcome(reported.outcome()),
            reported.note(),
            reported.callAgainOn(),
            reported.recordingNo()));
    return Item.of(leads.get(id).lead());
  }

  private static @Nullable LeadState state(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(LeadState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request"));
  }

  private static LeadOutcome outcome(@Nullable String name) {
    return Arrays.stream(LeadOutcome.values())
        .filter(outcome -> outcome.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request"));
  }
}
