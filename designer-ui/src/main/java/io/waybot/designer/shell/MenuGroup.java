package io.waybot.designer.shell;

import com.vaadin.flow.component.icon.VaadinIcon;

/** The entries of the left menu, in this order; pages place themselves with {@link Page}. */
public enum MenuGroup {
  HOME(VaadinIcon.HOME_O),
  DESIGN(VaadinIcon.SITEMAP),
  APPROVALS(VaadinIcon.CHECK_SQUARE_O),
  RUNS(VaadinIcon.PLAY_CIRCLE_O),
  RESULTS(VaadinIcon.TRENDING_UP),
  BRANCH(VaadinIcon.BUILDING_O),
  DATA(VaadinIcon.DATABASE),
  RULES(VaadinIcon.SHIELD),
  OPERATIONS(VaadinIcon.COGS),
  DEMO(VaadinIcon.MAP_MARKER),
  /** Reached by a link from another page only. */
  NONE(VaadinIcon.LINK);

  private final VaadinIcon icon;

  MenuGroup(VaadinIcon icon) {
    this.icon = icon;
  }

  VaadinIcon icon() {
    return icon;
  }

  /** The key of this entry's text. */
  String text() {
    return "menu." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
