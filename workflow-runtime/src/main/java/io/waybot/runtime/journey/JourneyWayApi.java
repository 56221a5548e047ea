package io.waybot.runtime.journey;

import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.RequestLanguage;
import io.waybot.runtime.journey.JourneyAnswers.Described;
import io.waybot.runtime.journey.JourneyAnswers.Signed;
import io.waybot.runtime.journey.approval.Check;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way of a journey over HTTP: submit, sign, put live, pause, retire. */
@RestController
@RequestMapping("/api/v1/journeys")
class JourneyWayApi {
  private final JourneyAccess access;
  private final ApprovalService approvals;
  private final JourneyDeployer deployer;
  private final JourneyLife life;
  private final JourneyAnswers answers;
  private final CurrentUser user;

  JourneyWayApi(
      JourneyAccess access,
      ApprovalService approvals,
      JourneyDeployer deployer,
      JourneyLife life,
      JourneyAnswers answers,
      CurrentUser user) {
    this.access = access;
    this.approvals = approvals;
    this.deployer = deployer;
    this.life = life;
    this.answers = answers;
    this.user = user;
  }

  record Deployed(UUID id, int version, String state, String definitionKey) {}

  record Comment(@Nullable String comment, @Nullable String elementId) {}

  record Signature(@Nullable String comment, @Nullable Set<Check> checked) {}

  @PostMapping("/{journey}/submit")
  @Answers({"409 not_a_draft", "422 findings"})
  Signed submit(@PathVariable String journey, HttpServletRequest request) {
    var by = user.get();
    var id = access.get(journey, by).id();
    approvals.submit(id, by, RequestLanguage.of(request));
    return answers.signed(id, by);
  }

  @PostMapping("/{journey}/withdraw")
  @Answers("409 not_submitted")
  Signed withdraw(@PathVariable String journey) {
    var by = user.get();
    var id = access.get(journey, by).id();
    approvals.withdraw(id, by);
    return answers.signed(id, by);
  }

  @PostMapping("/{journey}/approve")
  @Answers({"403 own_work", "409 not_submitted", "409 nothing_to_sign", "422 checklist_incomplete"})
  Signed approve(
      @PathVariable String journey, @RequestBody(required = false) @Nullable Signature given) {
    var by = user.get();
    var id = access.get(journey, by).id();
    var signature = given == null ? new Signature(null, null) : given;
    approvals.approve(id, by, signature.comment(), signature.checked());
    return answers.signed(id, by);
  }

  @PostMapping("/{journey}/return")
  @Answers({"403 own_work", "409 not_submitted", "409 nothing_to_sign", "422 comment_missing"})
  Signed sendBack(@PathVariable String journey, @RequestBody Comment comment) {
    var by = user.get();
    var id = access.get(journey, by).id();
    var why = comment.comment() == null ? "" : comment.comment();
    approvals.returnToAuthor(id, by, why, comment.elementId());
    return answers.signed(id, by);
  }

  @PostMapping("/{journey}/deploy")
  @Answers({"409 approval_required", "409 not_as_signed", "422 findings"})
  Deployed deploy(@PathVariable String journey, HttpServletRequest request) {
    var by = user.get();
    var live = deployer.goLive(access.get(journey, by).id(), by, RequestLanguage.of(request));
    return new Deployed(
        live.journeyId(), live.version(), "DEPLOYED", String.valueOf(live.definitionKey()));
  }

  @PostMapping("/{journey}/pause")
  @Answers("409 not_live")
  ResponseEntity<Described> pause(@PathVariable String journey) {
    life.pause(access.get(journey, user.get()).id(), user.get());
    return answers.described(journey, user.get());
  }

  @PostMapping("/{journey}/resume")
  @Answers("409 not_live")
  ResponseEntity<Described> resume(@PathVariable String journey) {
    life.resume(access.get(journey, user.get()).id(), user.get());
    return answers.described(journey, user.get());
  }

  @PostMapping("/{journey}/retire")
  @Answers("409 not_live")
  ResponseEntity<Described> retire(@PathVariable String journey) {
    life.retire(access.get(journey, user.get()).id(), user.get());
    return answers.described(journey, user.get());
  }
}
