package io.waybot.designer.segment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadHandler;
import io.waybot.db.segment.Segment;
import io.waybot.designer.imports.LayoutForm;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.UploadWords;
import io.waybot.runtime.segment.UploadedLists;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** Customer numbers from a file: upload, choose the column, see the counts, keep the list. */
class ListDialog extends Dialog {
  private final SegmentTools tools;
  private final SegmentNames names;
  private final @Nullable Integer seenVersion;
  private final LayoutForm layout;
  private final ComboBox<String> column = new ComboBox<>();
  private final Div result = new Div();
  private final Button save;
  private @Nullable File file;
  private UploadedLists.@Nullable Upload list;

  /**
   * @param segment whose list is replaced; null for a new one
   */
  ListDialog(SegmentTools tools, @Nullable Segment segment, Runnable saved) {
    this.tools = tools;
    this.seenVersion = segment == null ? null : segment.version();
    this.names = new SegmentNames(tools.texts(), segment);
    this.layout = new LayoutForm(tools.texts(), this::offerColumns);
    this.save = new Button(text("frame.save"), click -> save(saved));
    setHeaderTitle(
        segment == null ? text("segments.list.new") : text("segments.edit", segment.version()));
    setWidth("860px");
    column.setLabel(text("segments.list.column"));
    column.setWidth("22em");
    column.addValueChangeListener(change -> read());
    add(new Paragraph(text("segments.list.what")), names, upload(), layout, column, result);
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.setEnabled(false);
    getFooter().add(new Button(text("frame.cancel"), click -> close()), save);
  }

  private Upload upload() {
    var upload =
        new Upload(
            UploadHandler.toTempFile((metadata, uploaded) -> {
              file = uploaded;
              layout.guessFrom(metadata.fileName());
              offerColumns();
            }));
    UploadWords.on(upload).setMaxFiles(1);
    upload.setAcceptedFileTypes(".csv", ".xlsx", ".txt");
    return upload;
  }

  /** Offers the file's columns, the one that looks like customer numbers first. */
  private void offerColumns() {
    var uploaded = file;
    if (uploaded == null) {
      return;
    }
    forget();
    column.clear();
    tools
        .attempt()
        .get(() -> tools.lists().columns(uploaded.toPath(), layout.value()))
        .ifPresent(columns -> {
          column.setItems(columns.all());
          column.setValue(columns.likely());
        });
  }

  private void read() {
    var uploaded = file;
    forget();
    if (uploaded == null || column.isEmpty()) {
      return;
    }
    tools
        .attempt()
        .get(() ->
            tools
                .lists()
                .read(uploaded.toPath(), layout.value(), column.getValue(), tools.user().get()))
        .ifPresent(this::show);
  }

  private void show(UploadedLists.Upload upload) {
    list = upload;
    save.setEnabled(upload.matched() > 0);
    result.add(
        new Paragraph(
            text(
                "segments.list.counts",
                Formats.count(upload.rows()),
                Formats.count(upload.matched()),
                Formats.count(upload.repeated()),
                Formats.count(upload.unknown()))));
    var errors = upload.errors();
    if (errors != null) {
      result.add(
          new Anchor(DownloadHandler.forFile(errors.toFile()), text("segments.list.errors")));
    }
  }

  private void forget() {
    list = null;
    save.setEnabled(false);
    result.removeAll();
  }

  private void save(Runnable saved) {
    var upload = list;
    if (upload == null) {
      return;
    }
    var done =
        tools
            .attempt()
            .to(() ->
                tools
                    .lists()
                    .save(
                        names.code(),
                        names.nameZh(),
                        names.nameEn(),
                        upload,
                        seenVersion,
                        tools.user().get()));
    if (done) {
      Notice.good(text("segments.saved", names.code()));
      saved.run();
      close();
    }
  }

  private String text(String key, Object... arguments) {
    return tools.texts().get(key, arguments);
  }
}
