package io.waybot.designer.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame: top bar, strips, left menu, and the page itself. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {
  /** On a narrow screen the menu lies over the page, so it waits to be asked for. */
  private static final String CLOSED_ON_PHONES =
      "setTimeout(() => { if (this.overlay) { this.drawerOpened = false; } })";

  private final Texts texts;
  private final List<FrameItem> items;
  private final Div strips = new Div();
  private final Div page = new Div();
  private @Nullable HasElement shown;

  MainLayout(Texts texts, AuthenticationContext person, List<FrameItem> items) {
    this.texts = texts;
    this.items = items.stream().sorted(Comparator.comparingInt(FrameItem::order)).toList();
    addClassName("wb-frame");
    setPrimarySection(Section.NAVBAR);
    addToNavbar(new TopBar(texts, person, this.items));
    var menu = new Scroller(new MainMenu(texts));
    menu.addClassName("wb-menu");
    addToDrawer(menu);
    strips.addClassName("wb-strips");
    page.addClassName("wb-page");
    var body = new Div(strips, page);
    body.addClassName("wb-body");
    setContent(body);
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    page.getElement().removeAllChildren();
    page.getElement().appendChild(content.getElement());
    shown = content;
    setDrawerOpened(!(content instanceof FullWidth));
    page.getElement()
        .executeJs("this.scrollTop = 0"); // the page before may have been read to its end
    getElement().executeJs(CLOSED_ON_PHONES);
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
    page.getElement().removeAllChildren();
    shown = null;
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    strips.removeAll();
    for (var item : items) {
      if (item.place() == FrameItem.Place.STRIP && item.visible()) {
        strips.add(item.build());
      }
    }
    var place = shown == null ? null : shown.getClass().getAnnotation(Page.class);
    if (place != null && !(shown instanceof HasDynamicTitle)) {
      event.getLocationChangeEvent().getUI().getPage().setTitle(title(place));
    }
  }

  private String title(Page place) {
    return texts.get(place.text()) + " · Waybot";
  }

  /** A page that needs the whole width: the menu starts closed. */
  public interface FullWidth {}
}
