package io.waybot.designer.gallery;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.waybot.bots.template.LiveChoices;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.gallery.Gallery;
import io.waybot.runtime.gallery.GalleryService;
import io.waybot.runtime.gallery.JourneyPicture;
import io.waybot.runtime.gallery.JourneyTemplate;
import jakarta.annotation.security.RolesAllowed;

/** Every template with its picture; one button begins a journey from it. */
@Route("templates")
@Page(text = "templates.title", menu = MenuGroup.DESIGN, order = 20)
@RolesAllowed("PLANNER")
class TemplatesView extends Div {
  private final Texts texts;
  private final JourneyPicture pictures;
  private final GalleryService service;
  private final LiveChoices choices;
  private final CurrentUser user;
  private final Attempt attempt;

  TemplatesView(
      Texts texts,
      Gallery gallery,
      JourneyPicture pictures,
      GalleryService service,
      LiveChoices choices,
      CurrentUser user,
      Attempt attempt) {
    this.texts = texts;
    this.pictures = pictures;
    this.service = service;
    this.choices = choices;
    this.user = user;
    this.attempt = attempt;
    addClassName("wb-content");
    var cards = new Div();
    cards.addClassName("wb-stack");
    gallery.templates().forEach(template -> cards.add(card(template)));
    add(new PageHeader(texts.get("templates.title"), texts.get("templates.what")), cards);
  }

  private TemplateCard card(JourneyTemplate template) {
    return new TemplateCard(
        texts,
        template,
        pictures.svg(template.key(), Texts.language()),
        () -> new TemplateDialog(texts, template, service, choices, user, attempt).open());
  }
}
