package io.waybot.runtime.results;

import io.waybot.bots.evaluate.RunFiles;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.experiment.ResultFile;
import io.waybot.db.experiment.ResultFiles;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** The files that runs published or wrote back, for the roles they were written for. */
@Service
public class ReportService {
  private final ResultFiles files;
  private final RunFiles store;
  private final AuditLog audit;
  private final CurrentUser user;

  ReportService(ResultFiles files, RunFiles store, AuditLog audit, CurrentUser user) {
    this.files = files;
    this.store = store;
    this.audit = audit;
    this.user = user;
  }

  /** The newest of those that the person may open and whose journey is in scope. */
  public List<ResultFile> newest(int offset, int limit) {
    var by = user.with(ResultsService.READERS);
    return files.newest(by.scope().like(), offset, limit).stream()
        .filter(file -> opens(by, file))
        .toList();
  }

  /** An opened file: its row and where it lies. */
  public record Opened(ResultFile file, Path path) {}

  /**
   * Opens a file; who opened it is kept in the audit log.
   *
   * @throws ApiProblem 404 if it is not for this person, 409 if it is gone or was changed
   */
  public Opened open(UUID id) {
    var by = user.with(ResultsService.READERS);
    var file =
        files
            .find(id)
            .filter(found -> opens(by, found) && files.inScope(found, by.scope().like()))
            .orElseThrow(ApiProblem::notFound);
    try {
      var path = store.locate(file);
      audit.append(by.login(), "report.open", file.name(), file.id().toString());
      return new Opened(file, path);
    } catch (IllegalStateException e) {
      throw new ApiProblem(HttpStatus.CONFLICT, "report_changed", file.name());
    }
  }

  private static boolean opens(SignedIn by, ResultFile file) {
    return file.recipients().stream().map(Role::valueOf).anyMatch(by::is);
  }
}
