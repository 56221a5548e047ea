package io.waybot.designer.lead;

import com.vaadin.flow.component.html.Span;
import io.waybot.bots.score.Reason;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.lead.LeadRow;
import java.util.Optional;

/** How leads are written on every screen. */
final class LeadWords {
  private LeadWords() {}

  static String customer(LeadRow lead) {
    return chinese() ? lead.nameZh() : lead.nameEn();
  }

  static String product(Texts texts, LeadRow lead) {
    var name = chinese() ? lead.productZh() : lead.productEn();
    return Optional.ofNullable(name).orElseGet(() -> texts.get("leads.noProduct"));
  }

  static String journey(LeadRow lead) {
    return chinese() ? lead.journeyZh() : lead.journeyEn();
  }

  static String reason(Reason reason) {
    return chinese() ? reason.zh() : reason.en();
  }

  /** The due date, red when it has passed. */
  static Span due(Texts texts, LeadRow lead) {
    var span =
        new Span(
            texts.get(lead.overdue() ? "leads.overdue" : "leads.due", Formats.day(lead.dueOn())));
    span.addClassNames("wb-pill", lead.overdue() ? "wb-pill-bad" : "wb-pill-muted");
    return span;
  }

  static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }
}
