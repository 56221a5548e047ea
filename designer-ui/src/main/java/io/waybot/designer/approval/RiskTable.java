package io.waybot.designer.approval;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.risk.Risk;
import io.waybot.runtime.journey.risk.Risk.Cause;
import io.waybot.runtime.journey.risk.Risk.Reason;

/** The tier of a version and everything that speaks for it, the weightiest first. */
class RiskTable extends Div {
  RiskTable(Texts texts, Risk risk) {
    var tier = new Span(texts.get("approvals.tier." + risk.tier()));
    tier.addClassNames(
        "wb-pill",
        switch (risk.tier()) {
          case LOW -> "wb-pill-good";
          case MIDDLE, HIGH -> "wb-pill-warn";
        });
    var table =
        new SmallTable(
                texts.get("approvals.risk.cause"),
                texts.get("approvals.risk.subject"),
                texts.get("approvals.risk.tier"))
            .words(2, 3);
    for (var reason : risk.reasons()) {
      table.row(
          texts.get("approvals.risk." + reason.cause()),
          subject(reason),
          texts.get("approvals.tier." + reason.tier()));
    }
    add(tier, table);
  }

  private static String subject(Reason reason) {
    return reason.cause() == Cause.LIST
        ? Formats.count(Long.parseLong(reason.subject()))
        : reason.subject();
  }
}
