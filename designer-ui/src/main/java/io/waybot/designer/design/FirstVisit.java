package io.waybot.designer.design;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import io.waybot.designer.shell.Texts;

/**
 * Three speech bubbles at a planner's first visit: drag, fill, rehearse. The browser remembers that
 * they were read.
 */
class FirstVisit extends Div {
  private static final String READ = "waybot-designer-read";

  private enum Bubble {
    DRAG,
    FILL,
    REHEARSE
  }

  private final Texts texts;

  FirstVisit(Texts texts) {
    this.texts = texts;
    setVisible(false);
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    WebStorage.getItem(
        READ,
        read -> {
          if (read == null) {
            show(Bubble.DRAG);
          }
        });
  }

  private void show(Bubble bubble) {
    removeAll();
    var key = "designer.first." + bubble;
    var all = Bubble.values();
    var last = bubble == all[all.length - 1];
    var next = new Button(texts.get(last ? "designer.first.start" : "designer.first.next"));
    next.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
    next.setId("first-visit-next");
    next.addClickListener(click -> {
      if (last) {
        close();
      } else {
        show(all[bubble.ordinal() + 1]);
      }
    });
    var count = new Span((bubble.ordinal() + 1) + " / " + all.length);
    count.addClassName("wb-muted");
    var foot = new Div(count, next);
    foot.addClassName("wb-bubble-foot");
    add(new Paragraph(texts.get(key)), foot);
    setClassName("wb-bubble " + bubble.name().toLowerCase(java.util.Locale.ROOT));
    setVisible(true);
  }

  private void close() {
    setVisible(false);
    WebStorage.setItem(READ, "yes");
  }
}
