package io.waybot.designer.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.demo.DemoDay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says on every page that this bank is invented, and turns its days. */
@Component
@ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "true")
class DemoStrip implements FrameItem {
  private final DemoDay day;
  private final CurrentUser user;
  private final Texts texts;
  private final Attempt attempt;

  DemoStrip(DemoDay day, CurrentUser user, Texts texts, Attempt attempt) {
    this.day = day;
    this.user = user;
    this.texts = texts;
    this.attempt = attempt;
  }

  @Override
  public Place place() {
    return Place.STRIP;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean visible() {
    return user.find().isPresent();
  }

  @Override
  public com.vaadin.flow.component.Component build() {
    var next = new Button(texts.get("bar.nextDay"));
    next.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    next.setDisableOnClick(true);
    next.addClickListener(click -> {
      var moved = attempt.get(() -> day.next(user.get().login()));
      if (moved.isPresent()) {
        click.getSource().getUI().ifPresent(ui -> ui.getPage().reload());
      } else {
        next.setEnabled(true);
      }
    });
    var strip = new Div(new Span(texts.get("bar.demo")), next);
    strip.addClassNames("wb-strip", "wb-strip-demo");
    return strip;
  }
}
