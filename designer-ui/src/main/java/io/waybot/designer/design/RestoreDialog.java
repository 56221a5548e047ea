package io.waybot.designer.design;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.waybot.designer.shell.Texts;

/** This browser still has drawn things that never reached the server: take them back? */
class RestoreDialog extends ConfirmDialog {

  /**
   * @param at when they were drawn, in words
   */
  RestoreDialog(Texts texts, String at, Runnable restore, Runnable discard) {
    setId("restore");
    setHeader(texts.get("restore.title"));
    setText(texts.get("restore.what", at));
    setConfirmText(texts.get("restore.restore"));
    setRejectable(true);
    setRejectText(texts.get("restore.discard"));
    addConfirmListener(confirm -> restore.run());
    addRejectListener(reject -> discard.run());
  }
}
