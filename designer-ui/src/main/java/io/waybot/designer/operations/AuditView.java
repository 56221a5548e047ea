package io.waybot.designer.operations;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.AuditEntry;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.AuditTrail;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/** Who did what and when; says whether anybody changed a row afterwards. */
@Route("audit")
@Page(text = "audit.title", menu = MenuGroup.OPERATIONS, order = 60)
@RolesAllowed("ADMIN")
class AuditView extends VerticalLayout {
  AuditView(AuditTrail trail, Texts texts, @Value("${waybot.zone}") ZoneId zone) {
    setSizeFull();
    var grid = new Grid<AuditEntry>();
    grid.addColumn(AuditEntry::seq)
        .setHeader(texts.get("audit.seq"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(entry -> Formats.moment(entry.at(), zone))
        .setHeader(texts.get("audit.at"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(AuditEntry::actor).setHeader(texts.get("audit.actor")).setAutoWidth(true);
    grid.addColumn(entry -> act(texts, entry.act()))
        .setHeader(texts.get("audit.act"))
        .setAutoWidth(true);
    grid.addComponentColumn(entry -> said(entry.subject()))
        .setHeader(texts.get("audit.subject"))
        .setAutoWidth(true);
    grid.addComponentColumn(entry -> detail(texts, entry))
        .setHeader(texts.get("audit.detail"))
        .setWidth("16em")
        .setFlexGrow(1);
    grid.setItems(
        query -> trail.page(query.getLimit(), query.getOffset()).stream(),
        query -> Math.toIntExact(trail.count()));
    grid.setSizeFull();
    add(
        new PageHeader(texts.get("audit.title"), texts.get("audit.what")),
        verdict(trail, texts),
        grid);
  }

  /** An act in words; one that this release does not know is shown as it was written. */
  private static String act(Texts texts, String act) {
    var key = "audit.act." + act;
    return texts.has(key) ? texts.get(key) : act;
  }

  private static Span verdict(AuditTrail trail, Texts texts) {
    var broken = trail.firstBroken();
    var verdict =
        new Span(
            broken
                .map(seq -> texts.get("audit.broken", seq))
                .orElseGet(() -> texts.get("audit.whole")));
    verdict.addClassName(broken.isPresent() ? "wb-bad" : "wb-good");
    return verdict;
  }

  /** An outcome as its button says it, else as it was written. */
  private static Span detail(Texts texts, AuditEntry entry) {
    var written = Optional.ofNullable(entry.detail()).orElse("");
    var outcome = "leads.outcome." + written;
    return said(texts.has(outcome) ? texts.get(outcome) : written);
  }

  /** Keys and people's own words, in whatever language they wrote them. */
  private static Span said(String words) {
    var said = new Span(words);
    said.addClassName("wb-said");
    return said;
  }
}
