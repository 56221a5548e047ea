package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.db.segment.Segment;
import io.waybot.designer.run.CountLink;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.customer.CustomerLists;
import jakarta.annotation.security.RolesAllowed;

/** Segments with today's counts: conditions, or an uploaded list. */
@Route("segments")
@Page(text = "segments.title", menu = MenuGroup.DESIGN, order = 30)
@RolesAllowed({"PLANNER", "ANALYST"})
class SegmentsView extends VerticalLayout {
  private final SegmentTools tools;
  private final CountLink links;
  private final UnitNames units;
  private final VerticalLayout body = new VerticalLayout();

  SegmentsView(SegmentTools tools, CustomerLists customers, UnitNames units) {
    this.tools = tools;
    this.links = new CountLink(customers, tools.texts());
    this.units = units;
    setSizeFull();
    body.setSizeFull();
    body.setPadding(false);
    var list =
        new Button(
            text("segments.list.new"), click -> new ListDialog(tools, null, this::show).open());
    var create =
        new Button(
            text("segments.new"), click -> new SegmentDialog(tools, null, this::show).open());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new PageHeader(text("segments.title"), text("segments.what"), list, create), body);
    show();
  }

  private void show() {
    body.removeAll();
    var visible = tools.segments().visible(tools.user().get());
    if (visible.isEmpty()) {
      body.add(StateMessage.empty(text("segments.none"), text("segments.none.what")));
      return;
    }
    var grid = new Grid<Segment>();
    grid.addColumn(Segment::code).setHeader(text("segments.code"));
    grid.addColumn(this::name).setHeader(text("segments.name"));
    var owner =
        grid.addColumn(segment -> units.of(segment.ownerOrg())).setHeader(text("segments.owner"));
    grid.addColumn(this::kind).setHeader(text("segments.kind"));
    grid.addColumn(segment -> "v" + segment.version()).setHeader(text("segments.version"));
    grid.addComponentColumn(this::count).setHeader(text("segments.count"));
    grid.addColumn(Segment::changedBy).setHeader(text("segments.by"));
    grid.addComponentColumn(this::change);
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    owner.setAutoWidth(false).setWidth("10em"); // long names wrap, the button stays in sight
    grid.setItems(visible);
    grid.setSizeFull();
    body.add(grid);
  }

  private String name(Segment segment) {
    return Texts.isChinese(Texts.language()) ? segment.nameZh() : segment.nameEn();
  }

  private String kind(Segment segment) {
    return text(segment.rule() == null ? "segments.kind.list" : "segments.kind.rule");
  }

  private Component count(Segment segment) {
    return tools
        .attempt()
        .get(() -> tools.segments().members(segment, tools.user().get()))
        .map(members -> links.of(members.getCardinality(), name(segment), () -> members))
        .orElseGet(() -> new Span("–"));
  }

  private Component change(Segment segment) {
    if (!tools.segments().mayChange(segment, tools.user().get())) {
      return new Span();
    }
    var change =
        new Button(
            text("segments.change"),
            click ->
                (segment.rule() == null
                        ? new ListDialog(tools, segment, this::show)
                        : new SegmentDialog(tools, segment, this::show))
                    .open());
    change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return change;
  }

  private String text(String key, Object... arguments) {
    return tools.texts().get(key, arguments);
  }
}
