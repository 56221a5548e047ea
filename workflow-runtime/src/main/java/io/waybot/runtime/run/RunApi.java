package io.waybot.runtime.run;

import io.waybot.db.bank.Role;
import io.waybot.db.run.RunKind;
import io.waybot.db.run.RunState;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.net.URI;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs over HTTP. */
@RestController
@RequestMapping("/api/v1/runs")
class RunApi {
  private static final Role[] READERS = {
    Role.PLANNER, Role.APPROVER, Role.MANAGER, Role.ANALYST, Role.ADMIN, Role.WORLD
  };
  private static final int PAGE = 50;

  private final RunService runs;
  private final RunReport report;
  private final RunList list;
  private final CurrentUser user;

  RunApi(RunService runs, RunReport report, RunList list, CurrentUser user) {
    this.runs = runs;
    this.report = report;
    this.list = list;
    this.user = user;
  }

  record Wanted(
      @Nullable String journey,
      @Nullable LocalDate businessDate,
      @Nullable RunKind kind,
      @Nullable Map<String, String> parameters) {}

  /** One page; {@code next} is the offset of the next one. */
  record Page(List<RunView> items, @Nullable Integer next) {}

  @PostMapping
  @Answers({
    "202",
    "400 bad_request",
    "409 run_exists",
    "409 paused",
    "422 not_deployed",
    "422 not_a_business_day",
    "422 unknown_parameter"
  })
  ResponseEntity<RunView> start(@RequestBody Wanted wanted) {
    var who = user.with(Role.PLANNER, Role.ADMIN);
    if (wanted.journey() == null || wanted.businessDate() == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    runs.refuseOutOfScope(wanted.journey(), who.scope());
    var id =
        runs.start(
            new StartRun(
                wanted.journey(),
                wanted.businessDate(),
                wanted.kind() == null ? RunKind.DAILY : wanted.kind(),
                wanted.parameters() == null ? Map.of() : wanted.parameters(),
                who.login()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/runs/" + id))
        .body(report.of(id, who.scope()));
  }

  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String journey,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(defaultValue = "0") int offset) {
    var who = user.with(READERS);
    var rows =
        list.page(new RunList.Filter(state(state), journey, date), who.scope(), offset, PAGE);
    return new Page(
        rows.stream().map(row -> report.of(row.id(), who.scope())).toList(),
        rows.size() < PAGE ? null : offset + PAGE);
  }

  @GetMapping("/{id}")
  RunView get(@PathVariable UUID id) {
    return report.of(id, user.with(READERS).scope());
  }

  @PostMapping("/{id}/cancel")
  @Answers("409 run_ended")
  RunView cancel(@PathVariable UUID id) {
    SignedIn who = user.with(Role.PLANNER, Role.ADMIN);
    report.of(id, who.scope());
    runs.cancel(id, who.login());
    return report.of(id, who.scope());
  }

  private static @Nullable RunState state(@Nullable String name) {
    try {
      return name == null ? null : RunState.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_state", name);
    }
  }
}
