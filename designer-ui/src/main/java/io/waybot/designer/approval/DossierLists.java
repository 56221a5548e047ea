package io.waybot.designer.approval;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.run.CountLink;
import io.waybot.designer.shell.GroupNames;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.journey.Dossier;
import io.waybot.runtime.journey.risk.ListParts;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.roaringbitmap.RoaringBitmap;

/** Who would be on the list today, by unit and by group; every count opens its customers. */
@org.springframework.stereotype.Component
class DossierLists {
  private final Texts texts;
  private final CustomerLists lists;
  private final ListParts parts;
  private final UnitNames units;
  private final GroupNames groups;

  DossierLists(
      Texts texts, CustomerLists lists, ListParts parts, UnitNames units, GroupNames groups) {
    this.texts = texts;
    this.lists = lists;
    this.parts = parts;
    this.units = units;
    this.groups = groups;
  }

  Component of(Dossier dossier) {
    var list = dossier.risk().list();
    var links = new CountLink(lists, texts);
    var all = texts.get("approvals.list.today");
    var total =
        new Paragraph(
            new Span(all + " "),
            links.of(list.customers(), all, list::fitting),
            new Span(list.known() ? "" : " " + texts.get("approvals.list.unknown")));
    var tables =
        new Div(
            table(
                "approvals.list.unit",
                links,
                parts.byUnit(list, dossier.journey().ownerOrg()),
                units::of),
            table("approvals.list.group", links, parts.byGroup(list), groups::of));
    tables.addClassName("wb-result-top");
    return new Div(total, tables);
  }

  private Component table(
      String title,
      CountLink links,
      Map<String, RoaringBitmap> parts,
      UnaryOperator<String> names) {
    if (parts.isEmpty()) {
      return new Div();
    }
    var table = new SmallTable(texts.get(title), texts.get("approvals.count"));
    parts.forEach((code, customers) -> {
      var name = names.apply(code);
      table.row(new Span(name), links.of(customers.getCardinality(), name, () -> customers));
    });
    return table;
  }
}
