package io.waybot.designer.shell;

import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;

/** The bar above every page: logo, what other features add, language, user. */
class TopBar extends Div {
  private final Texts texts;

  TopBar(Texts texts, AuthenticationContext person, List<FrameItem> items) {
    this.texts = texts;
    addClassName("wb-bar");
    var toggle = new DrawerToggle();
    toggle.setAriaLabel(texts.get("frame.menu"));
    add(toggle, logo());
    addAll(items, FrameItem.Place.BAR_START);
    var gap = new Span();
    gap.addClassName("wb-gap");
    add(gap);
    addAll(items, FrameItem.Place.BAR_END);
    add(languageSwitch());
    if (person.isAuthenticated()) {
      add(userMenu(person));
    }
  }

  private void addAll(List<FrameItem> items, FrameItem.Place place) {
    for (var item : items) {
      if (item.place() == place && item.visible()) {
        add(item.build());
      }
    }
  }

  private Anchor logo() {
    var mark = new Image("icons/waybot.svg", "");
    var home = new Anchor("", mark, new Span("Waybot"));
    home.addClassName("wb-logo");
    return home;
  }

  private Button languageSwitch() {
    var toEnglish = Texts.isChinese(Texts.language());
    var button = new Button(toEnglish ? "EN" : "中");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.addClassName("wb-language");
    button.setAriaLabel(toEnglish ? "Switch to English" : "切换到中文");
    button.addClickListener(click ->
        click
            .getSource()
            .getUI()
            .ifPresent(ui -> Language.change(ui, toEnglish ? Texts.ENGLISH : Texts.CHINESE)));
    return button;
  }

  private MenuBar userMenu(AuthenticationContext person) {
    var menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_SMALL);
    menu.addClassName("wb-user");
    var name = person.getPrincipalName().orElse("");
    var entries = menu.addItem(name).getSubMenu();
    entries.addItem(texts.get("frame.signOut"), click -> person.logout());
    return menu;
  }
}
