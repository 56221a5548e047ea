package io.waybot.designer.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.db.content.Product;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.content.ContentService;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** What the bank sells, with terms, risk level and margin: what decisions are made of. */
@Route("products")
@Page(text = "products.title", menu = MenuGroup.DESIGN, order = 50)
@RolesAllowed({"PLANNER", "APPROVER"})
class ProductsView extends VerticalLayout {
  private final ContentService service;
  private final Grid<Product> grid = new Grid<>();

  ProductsView(ContentService service, Texts texts, Attempt attempt) {
    this.service = service;
    setSizeFull();
    boolean zh = Texts.isChinese(Texts.language());
    grid.addColumn(Product::code)
        .setHeader(texts.get("products.code"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(p -> p.name(zh ? "zh" : "en"))
        .setHeader(texts.get("products.name"))
        .setAutoWidth(true);
    grid.addColumn(p -> texts.get("products.class." + p.productClass()))
        .setHeader(texts.get("products.class"))
        .setAutoWidth(true);
    grid.addColumn(p -> Optional.ofNullable(zh ? p.termsZh() : p.termsEn()).orElse(""))
        .setHeader(texts.get("products.terms"))
        .setAutoWidth(true);
    grid.addColumn(p -> p.riskLevel() == null ? "–" : "R" + p.riskLevel())
        .setHeader(texts.get("products.risk"))
        .setAutoWidth(true);
    grid.addColumn(p -> p.minYuan() == null ? "–" : Formats.yuan(p.minYuan()))
        .setHeader(texts.get("products.min"))
        .setAutoWidth(true);
    grid.addColumn(p -> Formats.yuan(p.marginYuan()))
        .setHeader(texts.get("products.margin"))
        .setAutoWidth(true);
    grid.addColumn(p -> Optional.ofNullable(p.disclaimerCode()).orElse("–"))
        .setHeader(texts.get("products.disclaimer"))
        .setAutoWidth(true);
    grid.setEmptyStateComponent(
        StateMessage.empty(texts.get("products.none"), texts.get("products.none.what")));
    grid.setSizeFull();
    var create =
        new Button(
            texts.get("products.new"),
            click -> new ProductDialog(service, texts, attempt, null, this::refresh).open());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    create.setVisible(service.mayChangeCatalogue());
    if (service.mayChangeCatalogue()) {
      grid.addItemClickListener(click ->
          new ProductDialog(service, texts, attempt, click.getItem(), this::refresh).open());
      grid.addClassName("wb-clickable");
    }
    add(new PageHeader(texts.get("products.title"), texts.get("products.what"), create), grid);
    refresh();
  }

  private void refresh() {
    grid.setItems(service.products());
  }
}
