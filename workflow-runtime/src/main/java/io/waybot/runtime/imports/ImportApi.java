package io.waybot.runtime.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.bank.Role;
import io.waybot.db.imports.ImportJob;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lists in over HTTP, for analysts and administrators. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {
  private static final int PAGE = 100;

  private final ImportService imports;
  private final CurrentUser users;
  private final JsonMapper json;

  ImportApi(ImportService imports, CurrentUser users, JsonMapper json) {
    this.imports = imports;
    this.users = users;
    this.json = json;
  }

  /**
   * The parts of an upload, for its description.
   *
   * @param file CSV or XLSX
   */
  record Form(@Schema(type = "string", format = "binary") String file, ImportMapping mapping) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = Form.class)))
  @Answers({"202", "400 missing_part", "413 too_large", "422 bad_mapping"})
  ResponseEntity<Answer> start(HttpServletRequest request) throws IOException, ServletException {
    var user = users.with(Role.ANALYST, Role.ADMIN);
    var file = part(request, "file");
    var mapping = mapping(part(request, "mapping"));
    try (var upload = file.getInputStream()) {
      var name = Optional.ofNullable(file.getSubmittedFileName()).orElse("upload");
      var job = imports.submit(upload, name, mapping, user.login());
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/imports/" + job.id()))
          .body(answer(job, english(request)));
    } catch (IllegalArgumentException e) {
      throw badMapping(e);
    }
  }

  private static Part part(HttpServletRequest request, String name)
      throws IOException, ServletException {
    var part = request.getPart(name);
    if (part == null) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "missing_part", name);
    }
    return part;
  }

  private ImportMapping mapping(Part part) throws IOException {
    try (var in = part.getInputStream()) {
      return json.readValue(in, ImportMapping.class);
    } catch (JacksonException e) {
      throw badMapping(e);
    }
  }

  private static ApiProblem badMapping(RuntimeException e) {
    var why = e instanceof JacksonException broken ? broken.getOriginalMessage() : e.getMessage();
    return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "bad_mapping", why);
  }

  @GetMapping
  Items list(@RequestParam(defaultValue = "0") int offset, HttpServletRequest request) {
    users.with(Role.ANALYST, Role.ADMIN, Role.PLANNER);
    int from = Math.max(offset, 0);
    var page = imports.page(from, PAGE + 1);
    var shown = page.stream().limit(PAGE).map(job -> answer(job, english(request))).toList();
    return new Items(shown, page.size() > PAGE ? String.valueOf(from + PAGE) : null);
  }

  @GetMapping("/{id}")
  Answer get(@PathVariable UUID id, HttpServletRequest request) {
    users.with(Role.ANALYST, Role.ADMIN, Role.PLANNER);
    return answer(imports.find(id).orElseThrow(ApiProblem::notFound), english(request));
  }

  @GetMapping("/{id}/errors")
  ResponseEntity<Resource> errors(@PathVariable UUID id) {
    users.with(Role.ANALYST, Role.ADMIN);
    Path file = imports.find(id).flatMap(imports::errors).orElseThrow(ApiProblem::notFound);
    var type =
        file.toString().endsWith(".csv")
            ? MediaType.parseMediaType("text/csv")
            : MediaType.parseMediaType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.getFileName().toString())
                .build()
                .toString())
        .body(new FileSystemResource(file));
  }

  /** English when the caller asks for it first, else Chinese. */
  private static boolean english(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
        && request.getLocale().getLanguage().equals("en");
  }

  private static Answer answer(ImportJob job, boolean english) {
    var counts = job.counts();
    var reason = job.reason();
    return new Answer(
        job.id(),
        job.dataset(),
        job.dataDate(),
        job.state().name(),
        counts.rows(),
        counts.inserted(),
        counts.updated(),
        counts.unchanged(),
        counts.rejected(),
        counts.deactivated(),
        reason == null ? null : new Reason(reason.code(), english ? reason.en() : reason.zh()),
        job.errorsFile() == null ? null : "/api/v1/imports/" + job.id() + "/errors");
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Answer(
      UUID id,
      String dataset,
      LocalDate dataDate,
      String state,
      long rows,
      long inserted,
      long updated,
      long unchanged,
      long rejected,
      long deactivated,
      @Nullable Reason reason,
      @Nullable String errorsUrl) {}

  record Reason(String code, String message) {}

  record Items(List<Answer> items, @Nullable String next) {}
}
