package io.waybot.designer.gallery;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.gallery.JourneyTemplate;

/** One template: its name, what it does, its picture. */
class TemplateCard extends Div {
  TemplateCard(Texts texts, JourneyTemplate template, String picture, Runnable use) {
    addClassName("wb-card");
    setWidthFull();
    getElement().setAttribute("data-template", template.key());
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    var svg = new Svg(picture);
    var drawing = new Div(svg);
    drawing.addClassName("wb-template");
    var button = new Button(texts.get("templates.use"), click -> use.run());
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var enlarge =
        new Button(
            texts.get("templates.enlarge"), click -> enlarged(template.name(language), picture));
    enlarge.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(
        new H3(template.name(language)),
        new Paragraph(template.description(language)),
        drawing,
        button,
        enlarge);
  }

  /** The picture as large as it was drawn; wider than the screen, it moves sideways. */
  private void enlarged(String name, String picture) {
    var dialog = new Dialog(name);
    dialog.setWidth("96vw");
    dialog.setCloseOnOutsideClick(true);
    dialog.add(new Svg(picture));
    dialog.getFooter().add(new Button(getTranslation("customers.close"), click -> dialog.close()));
    dialog.open();
  }
}
