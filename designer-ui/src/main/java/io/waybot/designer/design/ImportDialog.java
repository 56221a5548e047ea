package io.waybot.designer.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UploadWords;
import java.util.function.Consumer;

/** Takes a BPMN file from the person's computer; the gate decides whether it comes in. */
class ImportDialog extends Dialog {
  private static final int MAX_BYTES = 2 * 1024 * 1024;

  ImportDialog(Texts texts, Consumer<byte[]> take) {
    setHeaderTitle(texts.get("journeys.import"));
    var upload =
        new Upload(
            UploadHandler.inMemory((file, bytes) -> {
              close();
              take.accept(bytes);
            }));
    upload.setAcceptedFileTypes(".bpmn", ".xml");
    upload.setMaxFileSize(MAX_BYTES);
    UploadWords.on(upload).setMaxFiles(1);
    upload.addFileRejectedListener(rejected -> Notice.bad(texts.get("journeys.import.rejected")));
    add(new Paragraph(texts.get("journeys.import.what")), upload);
    getFooter().add(new Button(texts.get("frame.cancel"), click -> close()));
  }
}
