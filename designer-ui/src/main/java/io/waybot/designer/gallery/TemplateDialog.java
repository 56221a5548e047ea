package io.waybot.designer.gallery;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.bots.template.LiveChoices;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.gallery.GalleryService;
import io.waybot.runtime.gallery.JourneyTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The short form of a template; what stands in it at first can be used as it is. */
class TemplateDialog extends Dialog {
  private final JourneyTemplate template;
  private final GalleryService service;
  private final CurrentUser user;
  private final TextField nameZh = new TextField();
  private final TextField nameEn = new TextField();
  private final List<Answer> answers = new ArrayList<>();

  TemplateDialog(
      Texts texts,
      JourneyTemplate template,
      GalleryService service,
      LiveChoices choices,
      CurrentUser user,
      Attempt attempt) {
    this.template = template;
    this.service = service;
    this.user = user;
    setHeaderTitle(texts.get("templates.form", template.name(language())));
    var form = new VerticalLayout(new Paragraph(texts.get("templates.form.what")));
    form.setPadding(false);
    form.setSpacing(false);
    form.setWidth("480px");
    form.add(
        name(nameZh, texts.get("settings.nameZh"), template.nameZh()),
        name(nameEn, texts.get("settings.nameEn"), template.nameEn()));
    for (var parameter : template.parameters()) {
      var answer = Answer.to(parameter, choices, language());
      answers.add(answer);
      form.add(answer.field());
    }
    add(form);
    var create =
        new Button(
            texts.get("templates.create"),
            click -> {
              if (complete()) {
                attempt
                    .get(() ->
                        service.draft(
                            template.key(), names(), values(), user.get(), Texts.language()))
                    .ifPresent(id -> {
                      close();
                      UI.getCurrent().navigate("journeys/" + id);
                    });
              }
            });
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    create.addClickShortcut(Key.ENTER);
    getFooter().add(new Button(texts.get("frame.cancel"), click -> close()), create);
  }

  private static TextField name(TextField field, String label, String value) {
    field.setLabel(label);
    field.setValue(value);
    field.setMaxLength(120);
    field.setRequired(true);
    field.setWidthFull();
    return field;
  }

  private boolean complete() {
    boolean named = !nameZh.getValue().isBlank() && !nameEn.getValue().isBlank();
    nameZh.setInvalid(nameZh.getValue().isBlank());
    nameEn.setInvalid(nameEn.getValue().isBlank());
    return answers.stream().filter(answer -> !answer.complete()).count() == 0 && named;
  }

  private GalleryService.Names names() {
    return new GalleryService.Names(nameZh.getValue().strip(), nameEn.getValue().strip());
  }

  private HashMap<String, String> values() {
    var values = new HashMap<String, String>();
    answers.forEach(answer -> values.put(answer.parameter().name(), answer.value()));
    return values;
  }

  private static String language() {
    return Texts.isChinese(Texts.language()) ? "zh" : "en";
  }
}
