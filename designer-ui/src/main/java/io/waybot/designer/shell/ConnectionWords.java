package io.waybot.designer.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What the browser says when the connection or the session is gone, in the person's language. */
@Component
class ConnectionWords implements VaadinServiceInitListener {
  private final Texts texts;

  ConnectionWords(Texts texts) {
    this.texts = texts;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().setSystemMessagesProvider(this::messages);
    event.getSource().addUIInitListener(init -> reconnecting(init.getUI()));
  }

  private SystemMessages messages(SystemMessagesInfo about) {
    var language = Language.remembered(about.getRequest());
    var messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setSessionExpiredCaption(texts.getTranslation("session.expired", language));
    messages.setSessionExpiredMessage(texts.getTranslation("session.expired.what", language));
    messages.setInternalErrorCaption(texts.getTranslation("session.error", language));
    messages.setInternalErrorMessage(texts.getTranslation("session.error.what", language));
    messages.setCookiesDisabledCaption(texts.getTranslation("session.cookies", language));
    messages.setCookiesDisabledMessage(texts.getTranslation("session.cookies.what", language));
    return messages;
  }

  private void reconnecting(UI ui) {
    var words = ui.getReconnectDialogConfiguration();
    words.setDialogText(texts.getTranslation("session.reconnecting", ui.getLocale()));
    words.setDialogTextGaveUp(texts.getTranslation("session.offline", ui.getLocale()));
  }
}
