package io.waybot.runtime.model;

import io.waybot.bots.score.ModelTraining;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.model.Model;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelTrainingJob;
import io.waybot.db.model.ModelTrainingJobs;
import io.waybot.db.model.ModelVersion;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What the models page does: train on an imported table, compare versions, promote one. */
@Service
public class ModelService {
  private static final Role[] READERS = {Role.ANALYST, Role.ADMIN, Role.PLANNER, Role.APPROVER};
  private static final Role[] MAKERS = {Role.ANALYST, Role.ADMIN};
  private final ModelRegistry registry;
  private final ModelTraining training;
  private final ModelTrainingJobs jobs;
  private final TrainingWorker worker;
  private final DatasetCatalog catalog;
  private final AuditLog audit;
  private final CurrentUser user;
  private final JsonMapper json;
  private final Clock clock;

  ModelService(
      ModelRegistry registry,
      ModelTraining training,
      ModelTrainingJobs jobs,
      TrainingWorker worker,
      DatasetCatalog catalog,
      AuditLog audit,
      CurrentUser user,
      JsonMapper json,
      Clock clock) {
    this.registry = registry;
    this.training = training;
    this.jobs = jobs;
    this.worker = worker;
    this.catalog = catalog;
    this.audit = audit;
    this.user = user;
    this.json = json;
    this.clock = clock;
  }

  /** All models by code. */
  public List<ModelView> models() {
    user.with(READERS);
    return registry.models().stream().map(this::view).toList();
  }

  public Optional<ModelView> model(String code) {
    user.with(READERS);
    return registry.find(code).map(this::view);
  }

  /** A table that a model can be trained on. */
  public record Table(Dataset dataset, List<DatasetColumn> columns) {}

  public List<Table> tables() {
    user.with(READERS);
    return catalog.all().stream()
        .filter(dataset -> dataset.kind() == Dataset.Kind.PROFILE)
        .map(dataset -> new Table(dataset, catalog.columns(dataset.name())))
        .toList();
  }

  /** The newest trainings, running ones included. */
  public List<ModelTrainingJob> trainings(int limit) {
    user.with(READERS);
    return jobs.newest(limit);
  }

  /**
   * Puts a training in line; {@link #trainings} tells what became of it.
   *
   * @throws ApiProblem 422 if something is missing or there is no such table or column
   */
  public UUID train(TrainingWish wish) {
    var asked = user.with(MAKERS);
    check(wish);
    var job =
        new ModelTrainingJob(
            UUID.randomUUID(),
            wish.modelCode(),
            wish.nameZh(),
            wish.nameEn(),
            wish.dataset(),
            wish.label(),
            json.writeValueAsString(wish.features()),
            training.described(wish.split()),
            ModelTrainingJob.State.QUEUED,
            null,
            null,
            asked.login(),
            clock.instant(),
            null);
    jobs.queue(job);
    audit.append(
        asked.login(), "model.train", wish.modelCode(), wish.dataset() + "." + wish.label());
    worker.ring();
    return job.id();
  }

  private void check(TrainingWish wish) {
    if (!wish.namesAModel()) {
      throw refused("model_code", wish.modelCode());
    }
    if (!wish.complete()) {
      throw refused("model_incomplete");
    }
    if (catalog.find(wish.dataset()).isEmpty()) {
      throw refused("model_no_table", wish.dataset());
    }
    Stream.concat(wish.features().stream(), Stream.of(wish.label()))
        .filter(column -> !catalog.has(wish.dataset(), column))
        .findFirst()
        .ifPresent(column -> {
          throw refused("model_no_column", wish.dataset(), column);
        });
  }

  private static ApiProblem refused(String code, Object... arguments) {
    return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, code, arguments);
  }

  /**
   * Makes a version the one that scores from the next run on; an earlier one again is a roll-back.
   *
   * @throws ApiProblem 409 if it was not measured on enough rows held out
   */
  public void promote(UUID versionId) {
    var by = user.with(MAKERS);
    try {
      training.promote(versionId);
    } catch (IllegalStateException e) {
      throw new ApiProblem(HttpStatus.CONFLICT, "model_not_measured");
    } catch (IllegalArgumentException e) {
      throw ApiProblem.notFound();
    }
    var version = registry.version(versionId);
    audit.append(by.login(), "model.promote", version.modelCode(), "version " + version.version());
  }

  private ModelView view(Model model) {
    var champion = registry.champion(model.code()).orElse(null);
    var versions =
        registry.versions(model.code()).stream()
            .map(version ->
                new ModelView.VersionView(
                    version,
                    training.measuresOf(version),
                    version.state() != ModelVersion.State.CHAMPION && training.measured(version)))
            .toList();
    long age =
        champion == null ? 0 : Duration.between(champion.trainedAt(), clock.instant()).toDays();
    return new ModelView(model, champion, age, versions, registry.journeysUsing(model.code()));
  }
}
