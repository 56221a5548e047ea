package io.waybot.designer.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.waybot.db.bank.Role;
import io.waybot.db.imports.ImportJob;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.imports.ImportService;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;

/** Every import with its counts; a new one by upload, preview and mapping. */
@Route("imports")
@Page(text = "imports.title", menu = MenuGroup.DATA, order = 10)
@RolesAllowed({"ANALYST", "ADMIN", "PLANNER"})
class ImportsView extends VerticalLayout {
  private static final int PAGE = 200;
  private static final int REFRESH_MILLIS = 2_000;
  private final ImportService imports;
  private final Texts texts;
  private final Grid<ImportJob> grid = new Grid<>();

  ImportsView(
      ImportService imports,
      NewImportDialog.Factory newImport,
      CurrentUser user,
      Texts texts,
      @Value("${waybot.zone}") ZoneId zone) {
    this.imports = imports;
    this.texts = texts;
    setSizeFull();
    grid.addColumn(job -> Formats.moment(job.queuedAt(), zone))
        .setHeader(texts.get("imports.when"))
        .setAutoWidth(true);
    grid.addColumn(ImportJob::fileName).setHeader(texts.get("imports.file")).setAutoWidth(true);
    grid.addColumn(ImportJob::dataset).setHeader(texts.get("imports.dataset")).setAutoWidth(true);
    grid.addColumn(job -> Formats.day(job.dataDate()))
        .setHeader(texts.get("imports.date"))
        .setAutoWidth(true);
    grid.addComponentColumn(this::state).setHeader(texts.get("imports.state")).setAutoWidth(true);
    grid.addColumn(job -> Formats.count(job.counts().rows()))
        .setHeader(texts.get("imports.rows"))
        .setAutoWidth(true);
    grid.addColumn(this::counts)
        .setHeader(texts.get("imports.counts"))
        .setWidth("240px")
        .setFlexGrow(3);
    grid.addComponentColumn(this::errors).setHeader(texts.get("imports.errors")).setAutoWidth(true);
    grid.setSizeFull();
    var add = new Button(texts.get("imports.new"), click -> newImport.open(this::refresh));
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(user.get().isAny(Role.ANALYST, Role.ADMIN));
    grid.setEmptyStateComponent(
        StateMessage.empty(texts.get("imports.none"), texts.get("imports.none.what")));
    add(new PageHeader(texts.get("imports.title"), texts.get("imports.what"), add), grid);
    refresh();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().setPollInterval(REFRESH_MILLIS);
    event
        .getUI()
        .addPollListener(poll -> {
          if (isAttached()) {
            refresh();
          }
        });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
  }

  private void refresh() {
    grid.setItems(imports.page(0, PAGE));
  }

  private Component state(ImportJob job) {
    var span = new Span(texts.get("imports.state." + job.state()));
    span.addClassName(
        switch (job.state()) {
          case DONE -> "wb-good";
          case REFUSED, FAILED -> "wb-bad";
          case QUEUED, RUNNING -> "wb-muted";
        });
    return span;
  }

  private String counts(ImportJob job) {
    var reason = job.reason();
    if (reason != null) {
      return Texts.isChinese(Texts.language()) ? reason.zh() : reason.en();
    }
    var counts = job.counts();
    return texts.get(
        "imports.counts.line",
        Formats.count(counts.inserted()),
        Formats.count(counts.updated()),
        Formats.count(counts.unchanged()),
        Formats.count(counts.rejected()),
        Formats.count(counts.deactivated()));
  }

  private Component errors(ImportJob job) {
    var file = imports.errors(job);
    if (file.isEmpty()) {
      return new Span("–");
    }
    return new Anchor(
        DownloadHandler.forFile(file.get().toFile()),
        texts.get("imports.errors.get", Formats.count(job.counts().rejected())));
  }
}
