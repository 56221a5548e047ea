package io.waybot.designer.design;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Texts;

/** Asks for the names of a new journey. */
class NewJourneyDialog extends Dialog {
  private final TextField nameZh;
  private final TextField nameEn;
  private final Button create;

  NewJourneyDialog(Texts texts, NewJourney newJourney, Attempt attempt) {
    setHeaderTitle(texts.get("journeys.new"));
    nameZh = field(texts.get("settings.nameZh"), "new-zh");
    nameEn = field(texts.get("settings.nameEn"), "new-en");
    var form = new VerticalLayout(new Paragraph(texts.get("journeys.new.what")), nameZh, nameEn);
    form.setPadding(false);
    form.setSpacing(false);
    form.setWidth("420px");
    add(form);
    create = new Button(texts.get("journeys.create"));
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    create.addClickShortcut(Key.ENTER);
    create.setEnabled(false);
    create.addClickListener(click ->
        attempt
            .get(() -> newJourney.blank(nameZh.getValue().strip(), nameEn.getValue().strip()))
            .ifPresent(id -> {
              close();
              JourneysView.open(id);
            }));
    getFooter().add(new Button(texts.get("frame.cancel"), click -> close()), create);
  }

  private TextField field(String label, String id) {
    var field = new TextField(label);
    field.setId(id);
    field.setMaxLength(120);
    field.setRequired(true);
    field.setWidthFull();
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.addValueChangeListener(
        change -> create.setEnabled(!nameZh.isEmpty() && !nameEn.isEmpty()));
    return field;
  }
}
