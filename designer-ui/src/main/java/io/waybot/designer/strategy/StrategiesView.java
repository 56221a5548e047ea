package io.waybot.designer.strategy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import io.waybot.db.bank.Role;
import io.waybot.db.strategy.StrategyTable;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UploadWords;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.strategy.StrategyService;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;

/** One strategy table at a time: its rows, what is wrong with them, and every version there was. */
@Route("strategies")
@Page(text = "strategies.title", menu = MenuGroup.DESIGN, order = 40)
@RolesAllowed({"PLANNER", "APPROVER"})
class StrategiesView extends VerticalLayout {
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final StrategyService strategies;
  private final Texts texts;
  private final Attempt attempt;
  private final ZoneId zone;
  private final Select<StrategyTable> tables = new Select<>();
  private final TextField note = new TextField();
  private final Span state = new Span();
  private final Button save;
  private final StrategyGrid grid;

  StrategiesView(
      StrategyService strategies,
      CurrentUser user,
      Texts texts,
      Attempt attempt,
      @Value("${waybot.zone}") ZoneId zone) {
    this.strategies = strategies;
    this.texts = texts;
    this.attempt = attempt;
    this.zone = zone;
    boolean mayEdit = user.get().is(Role.PLANNER);
    save = new Button(texts.get("strategies.save"), click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    grid = new StrategyGrid(strategies, texts, mayEdit, this::tell);
    tables.setLabel(texts.get("strategies.table"));
    tables.setItemLabelGenerator(StrategiesView::name);
    tables.addValueChangeListener(change -> {
      if (change.getValue() != null) {
        show(change.getValue());
      }
    });
    note.setLabel(texts.get("strategies.note"));
    var bar = new HorizontalLayout(tables);
    bar.setAlignItems(Alignment.END);
    if (mayEdit) {
      bar.add(new Button(texts.get("strategies.add"), click -> grid.add()), upload(), note, save);
    }
    bar.add(new Button(texts.get("strategies.history"), click -> history()), export());
    setSizeFull();
    add(
        new PageHeader(texts.get("strategies.title"), texts.get("strategies.what")),
        bar,
        state,
        grid);
    var visible = strategies.visible();
    tables.setItems(visible);
    if (!visible.isEmpty()) {
      tables.setValue(visible.getFirst());
    }
  }

  private void show(StrategyTable table) {
    grid.show(strategies.rows(table, table.version()));
  }

  private void tell() {
    long faults = grid.faultyCells();
    state.setText(
        texts.get(
            "strategies.state",
            Formats.count(grid.rows().size()),
            Formats.count(grid.waitingRows()),
            Formats.count(faults)));
    save.setEnabled(faults == 0 && tables.getValue() != null);
    save.setTooltipText(faults == 0 ? "" : texts.get("strategies.save.not", faults));
  }

  private void save() {
    attempt
        .get(() -> strategies.save(tables.getValue(), grid.rows(), note.getValue().strip()))
        .ifPresent(saved -> {
          Notice.good(texts.get("strategies.saved", saved.version()));
          note.clear();
          tables.setItems(strategies.visible());
          tables.setValue(saved);
        });
  }

  private Upload upload() {
    var upload =
        new Upload(
            UploadHandler.inMemory((file, bytes) ->
                attempt
                    .get(() -> strategies.read(bytes))
                    .ifPresent(rows -> {
                      grid.show(rows);
                      Notice.good(texts.get("strategies.read", rows.size()));
                    })));
    UploadWords.on(upload).setUploadButton(new Button(texts.get("strategies.import")));
    upload.setAcceptedFileTypes(".xlsx");
    upload.setDropAllowed(false);
    return upload;
  }

  private Anchor export() {
    var handler =
        DownloadHandler.fromInputStream(event -> {
          var bytes = strategies.write(grid.rows(), Texts.isChinese(event.getUI().getLocale()));
          return new DownloadResponse(
              new ByteArrayInputStream(bytes), "strategies.xlsx", WORKBOOK, bytes.length);
        });
    var link = new Anchor(handler, texts.get("strategies.export"));
    link.addClassName("wb-bar-link");
    return link;
  }

  private void history() {
    var table = tables.getValue();
    if (table == null) {
      return;
    }
    var dialog = new Dialog(texts.get("strategies.history"));
    var versions =
        new SmallTable(
                texts.get("strategies.version"),
                texts.get("strategies.rows"),
                texts.get("strategies.by"),
                texts.get("strategies.at"),
                texts.get("strategies.note"),
                "")
            .words(3, 4, 5);
    for (var version : strategies.history(table)) {
      versions.row(
          new Span(String.valueOf(version.version())),
          new Span(Formats.count(version.strategies())),
          new Span(version.by()),
          new Span(Formats.moment(version.at(), zone)),
          new Span(version.note()),
          new Button(
              texts.get("strategies.history.show"),
              click -> {
                grid.show(strategies.rows(table, version.version()));
                dialog.close();
              }));
    }
    dialog.add(versions);
    dialog.open();
  }

  private static String name(StrategyTable table) {
    return (Texts.isChinese(Texts.language()) ? table.nameZh() : table.nameEn())
        + " · "
        + table.version();
  }
}
