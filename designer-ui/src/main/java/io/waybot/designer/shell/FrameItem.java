package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;

/** Something of another feature that stands in the frame of every page; each is a Spring bean. */
public interface FrameItem {
  /** Where an item stands. */
  enum Place {
    /** A full-width strip above the page, such as the demo's. */
    STRIP,
    /** The left part of the top bar, after the logo. */
    BAR_START,
    /** The right part of the top bar, before language, help and user. */
    BAR_END
  }

  Place place();

  /** The place among its neighbours, ascending. */
  int order();

  /** Whether the current person is to see it; asked for each new page. */
  default boolean visible() {
    return true;
  }

  /** A new component for one browser tab; called in that tab's language. */
  Component build();
}
