package io.waybot.designer.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The question mark: what the page that is open is for, and what can be done there. */
@org.springframework.stereotype.Component
class HelpButton implements FrameItem {
  private final CurrentUser user;
  private final Texts texts;

  HelpButton(CurrentUser user, Texts texts) {
    this.user = user;
    this.texts = texts;
  }

  @Override
  public Place place() {
    return Place.BAR_END;
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public boolean visible() {
    return user.find().isPresent();
  }

  @Override
  public Component build() {
    var button = new Button("?");
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setId("page-help");
    button.addClassName("wb-wide-only");
    button.setAriaLabel(texts.get("bar.help"));
    button.setTooltipText(texts.get("bar.help"));
    button.addClickListener(click -> open(pageOf(click.getSource())));
    return button;
  }

  private static @Nullable Page pageOf(Component source) {
    var view = source.getUI().orElseThrow().getCurrentView();
    return view.getClass().getAnnotation(Page.class);
  }

  private void open(@Nullable Page page) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(page == null ? texts.get("bar.help") : texts.get(page.text()));
    dialog.setWidth("480px");
    var key = page == null ? "" : "help." + page.text();
    texts
        .get(texts.has(key) ? key : "help.general")
        .lines()
        .forEach(line -> dialog.add(new Paragraph(line)));
    dialog.getFooter().add(new Button(texts.get("bar.help.close"), click -> dialog.close()));
    dialog.open();
  }
}
