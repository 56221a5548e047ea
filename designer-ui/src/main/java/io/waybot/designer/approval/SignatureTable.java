package io.waybot.designer.approval;

import com.vaadin.flow.component.html.Div;
import io.waybot.db.journey.Approval;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.time.ZoneId;
import java.util.List;

/** Every signature asked for, given or not: by whom, for whom, when, what was confirmed. */
class SignatureTable extends Div {
  private final Texts texts;

  SignatureTable(Texts texts, ZoneId zone, List<Approval> signatures) {
    this.texts = texts;
    var table =
        new SmallTable(
                texts.get("approvals.step"),
                texts.get("approvals.stage"),
                texts.get("approvals.state"),
                texts.get("approvals.by"),
                texts.get("approvals.when"),
                texts.get("approvals.checked"),
                texts.get("approvals.comment"))
            .words(3, 4, 5, 6, 7);
    for (var signature : signatures) {
      var at = signature.decidedAt() == null ? signature.dueAt() : signature.decidedAt();
      table.row(
          texts.get("approvals.step." + signature.step()),
          String.valueOf(signature.stage()),
          texts.get("approvals.state." + signature.state()),
          signer(signature),
          Formats.moment(at, zone),
          checked(signature),
          signature.comment() == null ? "" : signature.comment());
    }
    add(table);
  }

  private String signer(Approval signature) {
    var by = signature.decidedBy();
    var signedFor = signature.signedFor();
    if (by == null) {
      return "";
    }
    return signedFor == null ? by : by + texts.get("approvals.for", signedFor);
  }

  /** What was confirmed; for a signature given over HTTP without a list, that none was filled. */
  private String checked(Approval signature) {
    var checked = signature.checked();
    if (signature.decidedBy() == null || signature.state() == Approval.State.RETURNED) {
      return "";
    }
    return checked == null
        ? texts.get("approvals.checked.none")
        : texts.get("approvals.checked.points", checked.size());
  }
}
