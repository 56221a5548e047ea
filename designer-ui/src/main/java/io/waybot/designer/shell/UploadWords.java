package io.waybot.designer.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** What a place for files says while one is chosen, on its way, or refused. */
public final class UploadWords {
  private UploadWords() {}

  /** Lets an upload speak the language of the screen. */
  public static Upload on(Upload upload) {
    upload.setUploadButton(new Button(upload.getTranslation("upload.choose")));
    upload.setDropLabel(new Span(upload.getTranslation("upload.drop")));
    upload.setI18n(
        new UploadI18N()
            .setError(
                new UploadI18N.Error()
                    .setTooManyFiles(upload.getTranslation("upload.tooMany"))
                    .setFileIsTooBig(upload.getTranslation("upload.tooBig"))
                    .setIncorrectFileType(upload.getTranslation("upload.wrongType")))
            .setUploading(
                new UploadI18N.Uploading()
                    .setStatus(
                        new UploadI18N.Uploading.Status()
                            .setConnecting(upload.getTranslation("upload.connecting"))
                            .setStalled(upload.getTranslation("upload.stalled"))
                            .setProcessing(upload.getTranslation("upload.processing"))
                            .setHeld(upload.getTranslation("upload.held")))
                    .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime()
                            .setPrefix(upload.getTranslation("upload.remaining"))
                            .setUnknown(upload.getTranslation("upload.unknown")))
                    .setError(
                        new UploadI18N.Uploading.Error()
                            .setServerUnavailable(upload.getTranslation("upload.unavailable"))
                            .setUnexpectedServerError(upload.getTranslation("upload.failed"))
                            .setForbidden(upload.getTranslation("upload.forbidden")))));
    return upload;
  }
}
