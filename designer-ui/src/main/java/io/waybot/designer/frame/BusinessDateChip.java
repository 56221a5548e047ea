package io.waybot.designer.frame;

import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.rules.BusinessDate;
import org.springframework.stereotype.Component;

/** The business date and the date of the data; amber when the data is old. */
@Component
class BusinessDateChip implements FrameItem {
  private final BusinessDate dates;
  private final CurrentUser user;
  private final Texts texts;

  BusinessDateChip(BusinessDate dates, CurrentUser user, Texts texts) {
    this.dates = dates;
    this.user = user;
    this.texts = texts;
  }

  @Override
  public Place place() {
    return Place.BAR_START;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean visible() {
    return user.find().isPresent();
  }

  @Override
  public com.vaadin.flow.component.Component build() {
    var now = dates.now();
    var date =
        texts.get(now.working() ? "bar.date" : "bar.date.closed", Formats.shortDay(now.date()));
    var dataOf = now.dataOf();
    var data =
        dataOf == null
            ? texts.get("bar.data.none")
            : texts.get("bar.data", Formats.shortDay(dataOf));
    var fresh = new Span(" · " + data);
    fresh.addClassName("wb-wide-only");
    var chip = new Span(new Span(date), fresh);
    chip.addClassName("wb-chip");
    if (now.old()) {
      chip.addClassName("amber");
      chip.setTitle(texts.get("bar.data.old"));
    }
    return chip;
  }
}
