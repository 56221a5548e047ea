package io.waybot.designer.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.waybot.connectors.imports.FileFormat;
import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.ImportRefusal;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UploadWords;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.imports.ImportService;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Upload with progress, then a preview with guessed types, then a mapping, then off it goes. */
class NewImportDialog extends Dialog {
  private final ImportService imports;
  private final CurrentUser user;
  private final Texts texts;
  private final Clock clock;
  private final Runnable queued;
  private final Div body = new Div();
  private final LayoutForm layout;
  private final Button submit;
  private @Nullable File file;
  private String fileName = "";
  private @Nullable MappingForm mapping;

  private NewImportDialog(
      ImportService imports, CurrentUser user, Texts texts, Clock clock, Runnable queued) {
    this.imports = imports;
    this.user = user;
    this.texts = texts;
    this.clock = clock;
    this.queued = queued;
    this.layout = new LayoutForm(texts, this::preview);
    this.submit = new Button(texts.get("imports.start"), click -> start());
    setHeaderTitle(texts.get("imports.new"));
    setWidth("1000px");
    add(upload(), layout, body);
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setEnabled(false);
    getFooter().add(new Button(texts.get("frame.cancel"), click -> close()), submit);
  }

  private Upload upload() {
    var upload =
        new Upload(
            UploadHandler.toTempFile((metadata, uploaded) -> {
              file = uploaded;
              fileName = metadata.fileName();
              layout.guessFrom(fileName);
              preview();
            }));
    UploadWords.on(upload).setMaxFiles(1);
    upload.setAcceptedFileTypes(".csv", ".xlsx", ".txt");
    return upload;
  }

  private void preview() {
    var uploaded = file;
    if (uploaded == null) {
      return;
    }
    body.removeAll();
    submit.setEnabled(false);
    try {
      mapping =
          new MappingForm(texts, imports.preview(uploaded.toPath(), layout.value()), fileName);
      body.add(mapping);
      submit.setEnabled(true);
    } catch (ImportRefusal refusal) {
      Notice.bad(refusal.message(Texts.isChinese(Texts.language()) ? "zh" : "en"));
    }
  }

  private void start() {
    var uploaded = file;
    var form = mapping;
    if (uploaded == null || form == null || !form.complete()) {
      return;
    }
    try (var content = Files.newInputStream(uploaded.toPath())) {
      imports.submit(
          content, fileName, form.mapping(layout, LocalDate.now(clock)), user.get().login());
      Notice.good(texts.get("imports.queued", fileName));
      queued.run();
      close();
    } catch (IllegalArgumentException wrong) {
      Notice.bad(texts.get("imports.mapping.wrong", wrong.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FileLayout layoutOf(FileFormat format, String charset, char delimiter) {
    return format == FileFormat.CSV
        ? FileLayout.csv(Charset.forName(charset), delimiter)
        : FileLayout.xlsx(null);
  }

  /** Opens the dialog with what Spring knows. */
  @Component
  static class Factory {
    private final ImportService imports;
    private final CurrentUser user;
    private final Texts texts;
    private final Clock clock;

    Factory(ImportService imports, CurrentUser user, Texts texts, Clock clock) {
      this.imports = imports;
      this.user = user;
      this.texts = texts;
      this.clock = clock;
    }

    void open(Runnable queued) {
      new NewImportDialog(imports, user, texts, clock, queued).open();
    }
  }
}
