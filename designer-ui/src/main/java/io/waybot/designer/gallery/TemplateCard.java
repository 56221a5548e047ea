package io.waybot.designer.gallery;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
    drawing.getStyle().set("overflow-x", "auto").set("margin-bottom", "12px");
    var button = new Button(texts.get("templates.use"), click -> use.run());
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new H3(template.name(language)),
        new Paragraph(template.description(language)),
        drawing,
        button);
  }
}
