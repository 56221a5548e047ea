package io.waybot.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.customer.CustomerLists;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** A count of customers that opens them, masked; none needs no list. */
public class CountLink {
  private final CustomerLists lists;
  private final Texts texts;
  private final @Nullable LocalDate asked;

  public CountLink(CustomerLists lists, Texts texts) {
    this(lists, texts, null);
  }

  private CountLink(CustomerLists lists, Texts texts, @Nullable LocalDate asked) {
    this.lists = lists;
    this.texts = texts;
    this.asked = asked;
  }

  /** The same for readers who may ask why: each customer's number leads to the answer of a date. */
  CountLink askingWhy(LocalDate date) {
    return new CountLink(lists, texts, date);
  }

  /**
   * @param title what the customers have in common
   * @param customers asked when the count is clicked
   */
  public Component of(long count, String title, Supplier<RoaringBitmap> customers) {
    if (count == 0) {
      return new Span("0");
    }
    var open =
        new Button(
            Formats.count(count),
            click -> new CustomersDialog(lists, texts, title, customers.get(), asked).open());
    open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    open.addClassName("wb-count");
    open.setAriaLabel(title + " " + Formats.count(count));
    return open;
  }
}
