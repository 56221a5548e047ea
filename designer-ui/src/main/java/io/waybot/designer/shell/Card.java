package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

/** A white box with a heading: one matter of a page. */
public final class Card extends Div {

  public Card(String heading, Component... parts) {
    addClassName("wb-card");
    setWidthFull();
    add(new H3(heading));
    add(parts);
  }
}
