package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** What stands in a page's place while it has nothing to show: empty, loading or broken. */
public final class StateMessage extends Div {
  private StateMessage(String kind) {
    addClassNames("wb-state", "wb-state-" + kind);
  }

  /**
   * An empty page.
   *
   * @param title what is not there yet
   * @param explanation what will stand here and when
   * @param actions the button that fills it
   */
  public static StateMessage empty(String title, String explanation, Component... actions) {
    return message("empty", VaadinIcon.INBOX, title, explanation, actions);
  }

  /** Something went wrong; the actions say what can be done next. */
  public static StateMessage error(String title, String explanation, Component... actions) {
    return message("error", VaadinIcon.WARNING, title, explanation, actions);
  }

  /** Work is under way. */
  public static StateMessage loading(String what) {
    var state = new StateMessage("loading");
    var bar = new ProgressBar();
    bar.setIndeterminate(true);
    state.add(new Paragraph(what), bar);
    return state;
  }

  private static StateMessage message(
      String kind, VaadinIcon icon, String title, String explanation, Component... actions) {
    var state = new StateMessage(kind);
    state.add(icon.create(), new H3(title), new Paragraph(explanation));
    state.add(actions);
    return state;
  }
}
