package io.waybot.runtime.journey;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.RequestLanguage;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.JourneyAnswers.Described;
import io.waybot.runtime.journey.JourneyAnswers.Drawn;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.journey.lint.Finding.Severity;
import io.waybot.runtime.language.Phrases;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Journeys over HTTP: take in, read, set, check. */
@RestController
@RequestMapping("/api/v1/journeys")
class JourneyApi {
  private static final Role[] READERS = {
    Role.PLANNER, Role.APPROVER, Role.MANAGER, Role.ANALYST, Role.ADMIN
  };

  private final JourneyService journeys;
  private final JourneyAccess access;
  private final JourneyList list;
  private final JourneyCheck check;
  private final JourneyAnswers answers;
  private final CurrentUser user;
  private final Phrases phrases;

  JourneyApi(
      JourneyService journeys,
      JourneyAccess access,
      JourneyList list,
      JourneyCheck check,
      JourneyAnswers answers,
      CurrentUser user,
      Phrases phrases) {
    this.journeys = journeys;
    this.access = access;
    this.list = list;
    this.check = check;
    this.answers = answers;
    this.user = user;
    this.phrases = phrases;
  }

  record Items<T>(List<T> items, @Nullable String next) {}

  @GetMapping
  Items<JourneyRow> list() {
    return new Items<>(list.of(user.with(READERS)), null);
  }

  @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      description = "BPMN 2.0, at most 2 MB",
      content =
          @Content(mediaType = MediaType.APPLICATION_XML_VALUE, schema = @Schema(type = "string")))
  @Answers({
    "201",
    "409 stale",
    "409 key_taken",
    "413 too_large",
    "415 unsupported_media_type",
    "422 findings"
  })
  ResponseEntity<Drawn> takeIn(
      HttpServletRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match)
      throws IOException {
    var by = user.with(Role.PLANNER);
    var file = request.getInputStream().readNBytes(XmlGate.MAX_BYTES + 1);
    if (file.length > XmlGate.MAX_BYTES) {
      throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too_large");
    }
    var saved = takeIn(file, revision(match), by, language(request));
    return ResponseEntity.created(URI.create("/api/v1/journeys/" + saved.journeyId()))
        .eTag(String.valueOf(saved.revision()))
        .body(Drawn.of(saved));
  }

  @GetMapping("/{journey}")
  ResponseEntity<Described> get(@PathVariable String journey) {
    return answers.described(journey, user.with(READERS));
  }

  @GetMapping(path = "/{journey}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  String bpmn(@PathVariable String journey) {
    var by = user.with(READERS);
    return journeys.open(access.get(journey, by).id(), by).version().bpmn();
  }

  @PutMapping("/{journey}/settings")
  @Answers({"409 stale", "400 bad_request"})
  Drawn set(
      @PathVariable String journey,
      @RequestHeader("If-Match") String match,
      @RequestBody JourneySettings settings,
      HttpServletRequest request) {
    var by = user.with(Role.PLANNER);
    var draft = journeys.open(access.get(journey, by).id(), by);
    var revision = revision(match);
    return Drawn.of(
        journeys.save(
            draft.journey().id(),
            revision == null ? draft.version().revision() : revision,
            draft.version().bpmn(),
            settings,
            by,
            language(request)));
  }

  @PostMapping("/{journey}/check")
  Items<Finding> check(@PathVariable String journey, HttpServletRequest request) {
    var by = user.with(READERS);
    var draft = journeys.open(access.get(journey, by).id(), by);
    var report = check.check(draft.journey().key(), draft.version(), language(request));
    return new Items<>(report.findings(), null);
  }

  private Saved takeIn(byte[] file, @Nullable Integer revision, SignedIn by, Locale language) {
    try {
      return journeys.takeIn(file, revision, by, language);
    } catch (GateRefused refusal) {
      var message = phrases.get(language, "lint." + refusal.rule(), refusal.arguments());
      var basis = phrases.get(language, "basis.SAFETY");
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "findings", 1)
          .with(
              "findings",
              List.of(new Finding(null, refusal.rule(), Severity.ERROR, message, basis)));
    }
  }

  private static @Nullable Integer revision(@Nullable String match) {
    if (match == null || match.equals("*")) {
      return null;
    }
    var digits = match.replaceAll("^(W/)?\"|\"$", "");
    if (!digits.matches("\\d{1,9}")) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    return Integer.valueOf(digits);
  }

  private static Locale language(HttpServletRequest request) {
    return RequestLanguage.of(request);
  }
}
