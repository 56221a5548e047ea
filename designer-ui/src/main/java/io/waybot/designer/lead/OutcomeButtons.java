package io.waybot.designer.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.lead.LeadOutcome;
import io.waybot.db.lead.LeadReport;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.lead.LeadRow;
import io.waybot.runtime.lead.LeadService;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came of a call: seven buttons, one tap each where nothing else must be known. */
class OutcomeButtons extends Div {
  private static final int NOTE_MAX = 500;
  private final LeadService leads;
  private final Texts texts;
  private final Attempt attempt;
  private final LeadRow lead;
  private final TextArea note = new TextArea();

  OutcomeButtons(LeadService leads, Texts texts, Attempt attempt, LeadRow lead) {
    this.leads = leads;
    this.texts = texts;
    this.attempt = attempt;
    this.lead = lead;
    addClassNames("wb-card", "wb-outcomes");
    for (var outcome : LeadOutcome.values()) {
      add(button(outcome));
    }
    getElement()
        .setAttribute("role", "group")
        .setAttribute("aria-label", texts.get("leads.outcomes"));
    note.setPlaceholder(texts.get("leads.note"));
    note.setAriaLabel(texts.get("leads.note"));
    note.setMaxLength(NOTE_MAX);
    note.addClassName("wb-outcome-note");
    add(note);
  }

  private Button button(LeadOutcome outcome) {
    var button = new Button(texts.get("leads.outcome." + outcome), click -> chosen(outcome));
    button.addClassName("wb-outcome");
    if (outcome == LeadOutcome.BOUGHT || outcome == LeadOutcome.INTERESTED) {
      button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    }
    if (outcome == LeadOutcome.DO_NOT_CONTACT) {
      button.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }
    return button;
  }

  private void chosen(LeadOutcome outcome) {
    switch (outcome) {
      case CALL_AGAIN -> askDate();
      case DO_NOT_CONTACT -> askSure();
      case BOUGHT -> {
        if (lead.recordedSale()) {
          askRecording();
        } else {
          record(outcome, null, null);
        }
      }
      default -> record(outcome, null, null);
    }
  }

  private void askDate() {
    var day = new DateField(texts.get("leads.again.when"));
    var dialog = dialog("leads.outcome.CALL_AGAIN");
    dialog.add(day);
    dialog.addConfirmListener(yes -> record(LeadOutcome.CALL_AGAIN, day.getValue(), null));
    dialog.open();
    day.open();
  }

  private void askRecording() {
    var number = new TextField(texts.get("leads.recording"));
    number.setHelperText(texts.get("leads.recording.why"));
    var dialog = dialog("leads.outcome.BOUGHT");
    dialog.add(number);
    dialog.addConfirmListener(yes -> record(LeadOutcome.BOUGHT, null, number.getValue().strip()));
    dialog.open();
    number.focus();
  }

  private void askSure() {
    var dialog = dialog("leads.outcome.DO_NOT_CONTACT");
    dialog.setText(texts.get("leads.stop.sure"));
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(yes -> record(LeadOutcome.DO_NOT_CONTACT, null, null));
    dialog.open();
  }

  private ConfirmDialog dialog(String title) {
    var dialog = new ConfirmDialog();
    dialog.setHeader(texts.get(title));
    dialog.setConfirmText(texts.get("leads.record"));
    dialog.setCancelable(true);
    dialog.setCancelText(texts.get("frame.cancel"));
    return dialog;
  }

  private void record(LeadOutcome outcome, @Nullable LocalDate again, @Nullable String recording) {
    var words = note.getValue().isBlank() ? null : note.getValue().strip();
    if (attempt.to(
        () -> leads.record(lead.id(), new LeadReport(outcome, words, again, recording)))) {
      Notice.good(texts.get("leads.recorded", texts.get("leads.outcome." + outcome)));
      getUI().ifPresent(ui -> ui.navigate(LeadsView.class));
    }
  }
}
