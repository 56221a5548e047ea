package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/**
 * The first lines of every page: what it is, one sentence of what it is for, and what can be done.
 */
public final class PageHeader extends Div {

  /**
   * @param title the page's name
   * @param sentence what the page is for, in one sentence
   * @param actions the page's buttons, right of the name
   */
  public PageHeader(String title, String sentence, Component... actions) {
    addClassName("wb-header");
    var words = new Div(new H2(title), new Paragraph(sentence));
    var buttons = new Div(actions);
    buttons.addClassName("wb-header-actions");
    add(words, buttons);
  }
}
