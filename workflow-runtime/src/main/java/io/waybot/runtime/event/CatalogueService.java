package io.waybot.runtime.event;

import io.waybot.bots.event.EventSources;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.event.EventType;
import io.waybot.db.event.EventTypes;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to select customers by: fields, events, behaviours and stages. */
@Service
public class CatalogueService {
  private final EventTypes types;
  private final DatasetCatalog datasets;
  private final AuditLog audit;
  private final CurrentUser user;

  CatalogueService(EventTypes types, DatasetCatalog datasets, AuditLog audit, CurrentUser user) {
    this.types = types;
    this.datasets = datasets;
    this.audit = audit;
    this.user = user;
  }

  /**
   * A column of the bank's data.
   *
   * @param asOf the newest day its data describe, null before the first import
   */
  public record Field(String dataset, DatasetColumn column, @Nullable LocalDate asOf) {}

  /** All events, behaviours and stages, by code. */
  public List<EventType> events() {
    reader();
    return types.all();
  }

  /** All columns of the bank's profile data, in the order of their files. */
  public List<Field> fields() {
    reader();
    return datasets.all().stream()
        .flatMap(dataset ->
            datasets.columns(dataset.name()).stream()
                .map(column -> new Field(dataset.name(), column, dataset.dataDate())))
        .toList();
  }

  /**
   * Changes an event's words, owner, freshness, tier, or where it comes from.
   *
   * @throws ApiProblem 422 {@code event_words} without both names; 400 for an event that nothing we
   *     know can be derived from
   */
  @Transactional
  public void describe(EventType type) {
    var by = user.with(Role.ANALYST);
    if (type.nameZh().isBlank() || type.nameEn().isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "event_words");
    }
    if (!sources(type).contains(type.source())) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad_request");
    }
    types.describe(type);
    audit.append(
        by.login(),
        "event.describe",
        type.code(),
        "tier " + type.tier() + ", from " + type.source());
  }

  /** From where an event can come; a stage or behaviour from where it comes now. */
  public List<EventType.Source> sources(EventType type) {
    return type.kind() == EventType.Kind.EVENT
        ? EventSources.of(type.code())
        : List.of(type.source());
  }

  /** Changes a field's Chinese name, owner or tier. */
  @Transactional
  public void describe(String dataset, DatasetColumn column) {
    var by = user.with(Role.ANALYST);
    datasets.describe(dataset, column);
    audit.append(
        by.login(), "field.describe", dataset + "." + column.name(), "tier " + column.tier());
  }

  private void reader() {
    user.with(Role.ANALYST, Role.ADMIN, Role.PLANNER);
  }
}
