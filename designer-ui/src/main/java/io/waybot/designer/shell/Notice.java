package io.waybot.designer.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A sentence for the person at the screen that goes away by itself. */
public final class Notice {
  private static final int GOOD_MILLIS = 4_000;
  private static final int BAD_MILLIS = 10_000;

  private Notice() {}

  public static void good(String sentence) {
    show(sentence, GOOD_MILLIS).addThemeVariants(NotificationVariant.LUMO_SUCCESS);
  }

  public static void bad(String sentence) {
    show(sentence, BAD_MILLIS).addThemeVariants(NotificationVariant.LUMO_ERROR);
  }

  private static Notification show(String sentence, int millis) {
    return Notification.show(sentence, millis, Notification.Position.TOP_CENTER);
  }
}
