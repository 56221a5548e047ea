package io.waybot.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.customer.MaskedCustomer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The customers behind a count, masked, within the reader's organisation. */
public class CustomersDialog extends Dialog {

  /**
   * @param title what the customers have in common
   * @param audienceId the stored set
   */
  public CustomersDialog(CustomerLists lists, Texts texts, String title, UUID audienceId) {
    this(lists, texts, title, lists.of(audienceId), null);
  }

  /**
   * @param customers internal numbers; those outside the reader's organisation are not shown
   * @param asked the date of which the reader may ask why; null: numbers lead nowhere
   */
  public CustomersDialog(
      CustomerLists lists,
      Texts texts,
      String title,
      RoaringBitmap customers,
      @Nullable LocalDate asked) {
    var visible = lists.visible(customers);
    int count = visible.getCardinality();
    setHeaderTitle(texts.get("customers.of", title, Formats.count(count)));
    setWidth("760px");
    setHeight("560px");
    var grid = new Grid<MaskedCustomer>();
    grid.addComponentColumn(customer -> number(customer, asked))
        .setHeader(texts.get("customers.no"))
        .setAutoWidth(true);
    grid.addColumn(c -> chinese() ? c.nameZh() : c.nameEn())
        .setHeader(texts.get("customers.name"))
        .setAutoWidth(true);
    grid.addColumn(MaskedCustomer::phone)
        .setHeader(texts.get("customers.phone"))
        .setAutoWidth(true);
    grid.addColumn(c -> c.org() + " " + (chinese() ? c.orgZh() : c.orgEn()))
        .setHeader(texts.get("customers.org"))
        .setAutoWidth(true);
    grid.addColumn(c -> Optional.ofNullable(c.homeStaff()).orElse("–"))
        .setHeader(texts.get("customers.staff"))
        .setAutoWidth(true);
    grid.setItems(
        query -> lists.page(visible, query.getOffset(), query.getLimit()).stream(), query -> count);
    grid.setSizeFull();
    add(grid);
    getFooter().add(export(lists, texts, title, visible));
    getFooter().add(new Button(texts.get("customers.close"), click -> close()));
  }

  /** The same lines as a file: no more than the screen shows. */
  private static Anchor export(
      CustomerLists lists, Texts texts, String title, RoaringBitmap visible) {
    boolean chinese = chinese();
    DownloadHandler file =
        event -> {
          event.setFileName("customers.csv");
          event.setContentType("text/csv; charset=utf-8");
          lists.export(visible, title, chinese, event.getOutputStream());
        };
    var anchor = new Anchor(file, texts.get("customers.csv"));
    anchor.setId("customers-csv");
    return anchor;
  }

  private Component number(MaskedCustomer customer, @Nullable LocalDate asked) {
    if (asked == null) {
      return new Span(customer.key());
    }
    var key = URLEncoder.encode(customer.key(), StandardCharsets.UTF_8);
    var why = new Anchor("why?customer=" + key + "&date=" + asked, customer.key());
    why.getElement().addEventListener("click", click -> close()); // else it stays over the answer
    return why;
  }

  private static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }
}
