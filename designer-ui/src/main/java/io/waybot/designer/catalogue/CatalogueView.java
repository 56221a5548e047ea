package io.waybot.designer.catalogue;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.event.EventType;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Half;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.event.CatalogueService;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields, events, behaviours and stages; analysts keep their words, owners and tiers. */
@Route("catalogue")
@Page(text = "catalogue.title", menu = MenuGroup.DATA, order = 20)
@RolesAllowed({"ANALYST", "ADMIN", "PLANNER"})
class CatalogueView extends VerticalLayout {
  private static final String TALL = "calc(100vh - 230px)";

  private final CatalogueService catalogue;
  private final Texts texts;
  private final Attempt attempt;
  private final boolean mayChange;

  CatalogueView(CatalogueService catalogue, CurrentUser user, Texts texts, Attempt attempt) {
    this.catalogue = catalogue;
    this.texts = texts;
    this.attempt = attempt;
    this.mayChange = user.get().is(Role.ANALYST);
    setSizeFull();
    var tabs = new TabSheet();
    tabs.setSizeFull();
    tabs.add(texts.get("catalogue.events"), events(EventType.Kind.EVENT));
    tabs.add(
        texts.get("catalogue.behaviours"),
        events(EventType.Kind.BEHAVIOUR, EventType.Kind.STAGE, EventType.Kind.FACT));
    tabs.add(texts.get("catalogue.fields"), fields());
    add(
        new PageHeader(
            texts.get("catalogue.title"),
            texts.get(mayChange ? "catalogue.what.analyst" : "catalogue.what")),
        tabs);
  }

  private Component events(EventType.Kind... kinds) {
    var grid = new Grid<EventType>();
    column(grid, "catalogue.code", EventType::code);
    column(grid, "catalogue.name", type -> chinese() ? type.nameZh() : type.nameEn());
    column(grid, "catalogue.rule", this::rule);
    column(grid, "catalogue.fresh", type -> days(type.freshDays()));
    column(grid, "catalogue.source", type -> texts.get("catalogue.source." + type.source()));
    column(grid, "catalogue.owner", type -> owner(type.owner()));
    column(grid, "catalogue.tier", type -> texts.get("catalogue.tier." + type.tier()));
    Runnable show =
        () ->
            grid.setItems(
                catalogue.events().stream()
                    .filter(type -> Arrays.asList(kinds).contains(type.kind()))
                    .toList());
    show.run();
    if (mayChange) {
      grid.addItemDoubleClickListener(
          click -> new EventDialog(catalogue, texts, attempt, click.getItem(), show).open());
    }
    grid.setHeight(TALL);
    return grid;
  }

  private Component fields() {
    var grid = new Grid<CatalogueService.Field>();
    column(grid, "catalogue.dataset", CatalogueService.Field::dataset);
    column(grid, "catalogue.code", field -> field.column().name());
    column(grid, "catalogue.name", field -> name(field.column()));
    column(grid, "catalogue.type", field -> texts.get("catalogue.type." + field.column().type()));
    column(
        grid, "catalogue.asOf", field -> field.asOf() == null ? null : Formats.day(field.asOf()));
    column(grid, "catalogue.owner", field -> owner(field.column().owner()));
    column(grid, "catalogue.tier", field -> texts.get("catalogue.tier." + field.column().tier()));
    Runnable show = () -> grid.setItems(catalogue.fields());
    show.run();
    if (mayChange) {
      grid.addItemDoubleClickListener(
          click -> new FieldDialog(catalogue, texts, attempt, click.getItem(), show).open());
    }
    grid.setHeight(TALL);
    return grid;
  }

  private <T> void column(Grid<T> grid, String head, Function<T, @Nullable String> value) {
    grid.addColumn(row -> orDash(value.apply(row)))
        .setHeader(texts.get(head))
        .setAutoWidth(true)
        .setResizable(true);
  }

  private @Nullable String rule(EventType type) {
    return chinese() ? type.ruleZh() : type.ruleEn();
  }

  /** A field that has no Chinese name is called what its file calls it. */
  private static String name(DatasetColumn column) {
    var zh = column.labelZh();
    return chinese() && zh != null ? zh : column.label();
  }

  private static @Nullable String owner(@Nullable String owner) {
    return owner == null ? null : Half.of(owner);
  }

  private static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }

  private @Nullable String days(@Nullable Integer days) {
    return days == null ? null : texts.get("catalogue.days", days);
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isBlank() ? "–" : text;
  }
}
