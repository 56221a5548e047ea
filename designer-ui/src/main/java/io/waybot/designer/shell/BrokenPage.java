package io.waybot.designer.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown when a page failed; its number finds the cause in the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class BrokenPage extends Div implements HasErrorParameter<Exception> {
  private static final Logger log = LoggerFactory.getLogger(BrokenPage.class);

  private final Texts texts;

  BrokenPage(Texts texts) {
    this.texts = texts;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    var number = UUID.randomUUID().toString().substring(0, 8);
    log.error(
        "page={} failed, error={}",
        event.getLocation().getPath(),
        number,
        error.getCaughtException());
    add(
        StateMessage.error(
            texts.get("broken.title"),
            texts.get("broken.message", number),
            new Anchor("", texts.get("frame.home"))));
    return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
  }
}
