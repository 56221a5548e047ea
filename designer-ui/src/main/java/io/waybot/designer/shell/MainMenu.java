package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The left menu: the pages that the current person may open, under their entries. */
class MainMenu extends SideNav {
  private static final AccessAnnotationChecker ACCESS = new AccessAnnotationChecker();

  private final Texts texts;

  MainMenu(Texts texts) {
    this.texts = texts;
    pages().forEach((group, pages) -> addItem(entry(group, pages)));
  }

  private SideNavItem entry(MenuGroup group, List<Class<? extends Component>> pages) {
    var icon = group.icon().create();
    if (pages.size() == 1) {
      var single = new SideNavItem(texts.get(name(pages.getFirst())), pages.getFirst(), icon);
      single.setMatchNested(!group.equals(MenuGroup.HOME));
      return single;
    }
    var entry = new SideNavItem(texts.get(group.text()));
    entry.setPrefixComponent(icon);
    for (var page : pages) {
      var item = new SideNavItem(texts.get(name(page)), page);
      item.setMatchNested(true);
      entry.addItem(item);
    }
    return entry;
  }

  private static Map<MenuGroup, List<Class<? extends Component>>> pages() {
    return RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
        .map(RouteData::getNavigationTarget)
        .filter(view -> view.isAnnotationPresent(Page.class))
        .filter(view -> page(view).menu() != MenuGroup.NONE && ACCESS.hasAccess(view))
        .sorted(Comparator.comparingInt(view -> page(view).order()))
        .collect(
            Collectors.groupingBy(
                view -> page(view).menu(),
                () -> new EnumMap<>(MenuGroup.class),
                Collectors.toList()));
  }

  private static String name(Class<?> view) {
    return page(view).text();
  }

  private static Page page(Class<?> view) {
    var page = view.getAnnotation(Page.class);
    if (page == null) {
      throw new IllegalArgumentException(view + " has no @Page.");
    }
    return page;
  }
}
