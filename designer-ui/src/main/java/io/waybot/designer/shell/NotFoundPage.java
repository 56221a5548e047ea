package io.waybot.designer.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Shown for an address that leads nowhere, or to something outside a person's organisation. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundPage extends Div implements HasErrorParameter<NotFoundException> {
  private final Texts texts;

  NotFoundPage(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    add(
        StateMessage.error(
            texts.get("notFound.title"),
            texts.get("notFound.message"),
            new Anchor("", texts.get("frame.home"))));
    return HttpStatusCode.NOT_FOUND.getCode();
  }
}
