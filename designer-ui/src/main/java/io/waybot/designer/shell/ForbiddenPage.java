package io.waybot.designer.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Shown when a person's role does not open a page. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class ForbiddenPage extends Div implements HasErrorParameter<AccessDeniedException> {
  private final Texts texts;

  ForbiddenPage(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
    add(
        StateMessage.error(
            texts.get("forbidden.title"),
            texts.get("forbidden.message"),
            new Anchor("", texts.get("frame.home"))));
    return HttpStatusCode.FORBIDDEN.getCode();
  }
}
