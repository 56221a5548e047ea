package io.waybot.runtime.results;

import io.waybot.db.experiment.ResultFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Published reports and written-back files over HTTP. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {
  private static final int PAGE = 200;
  private final ReportService reports;

  ReportApi(ReportService reports) {
    this.reports = reports;
  }

  record Items<T>(List<T> items, @Nullable String next) {}

  record Row(
      UUID id,
      UUID runId,
      String name,
      String mediaType,
      long rows,
      String sha256,
      Instant createdAt) {
    static Row of(ResultFile file) {
      return new Row(
          file.id(),
          file.runId(),
          file.name(),
          file.mediaType(),
          file.rows(),
          file.sha256(),
          file.createdAt());
    }
  }

  @GetMapping
  Items<Row> newest() {
    return new Items<>(reports.newest(0, PAGE).stream().map(Row::of).toList(), null);
  }

  @GetMapping("/{id}")
  ResponseEntity<Resource> open(@PathVariable UUID id) {
    var opened = reports.open(id);
    var disposition =
        ContentDisposition.attachment()
            .filename(opened.file().name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(opened.file().mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(new FileSystemResource(opened.path()));
  }
}
