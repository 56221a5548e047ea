package io.waybot.designer.version;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.VersionHistory;
import org.springframework.stereotype.Component;

/** What a planner may do with a version: write a note, make it the new draft. */
@Component
class VersionActs {
  private static final int LONGEST_NOTE = 500;

  private final Texts texts;
  private final VersionHistory history;
  private final Attempt attempt;
  private final CurrentUser user;

  VersionActs(Texts texts, VersionHistory history, Attempt attempt, CurrentUser user) {
    this.texts = texts;
    this.history = history;
    this.attempt = attempt;
    this.user = user;
  }

  void askNote(JourneyVersion version, Runnable then) {
    var dialog = new Dialog(texts.get("version.note.of", version.versionNo()));
    var note = new TextArea(texts.get("version.note"));
    note.setId("version-note");
    note.setWidth("28em");
    note.setMaxLength(LONGEST_NOTE);
    note.setValue(version.note() == null ? "" : version.note());
    dialog.add(note);
    FormButtons.save(dialog, () -> attempt.to(() -> write(version, note.getValue())), then);
    dialog.open();
  }

  private void write(JourneyVersion version, String note) {
    history.annotate(version.journeyId(), version.versionNo(), note, user.get());
  }

  /** Says first that what runs goes on and that the draft must be signed like any other. */
  void askRestore(JourneyVersion version, int newest) {
    var dialog = new ConfirmDialog();
    dialog.setHeader(texts.get("version.restore"));
    dialog.setText(texts.get("version.restore.ask", version.versionNo(), newest + 1));
    dialog.setCancelable(true);
    dialog.setCancelText(texts.get("frame.cancel"));
    dialog.setConfirmText(texts.get("version.restore"));
    dialog.addConfirmListener(confirm -> {
      if (attempt.to(() -> history.restore(version.journeyId(), version.versionNo(), user.get()))) {
        UI.getCurrent().navigate("journeys/" + version.journeyId());
      }
    });
    dialog.open();
  }
}
