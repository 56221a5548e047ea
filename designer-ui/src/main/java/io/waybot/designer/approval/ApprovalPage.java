package io.waybot.designer.approval;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.Dossier;
import io.waybot.runtime.journey.Dossiers;
import io.waybot.runtime.journey.approval.Signers.Duty;
import io.waybot.runtime.journey.lint.JourneyLinter;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page that decides: what changed, what customers will read, how many, who signs. */
@Route("approvals/:id")
@Page(text = "approvals.title")
@RolesAllowed("APPROVER")
class ApprovalPage extends Div implements BeforeEnterObserver {
  private final Texts texts;
  private final JourneyWords words;
  private final Dossiers dossiers;
  private final DossierParts parts;
  private final ApprovalService approvals;
  private final JourneyLinter linter;
  private final Attempt attempt;
  private final CurrentUser user;
  private String selected = "";
  private @Nullable Checklist points;

  ApprovalPage(
      Texts texts,
      JourneyWords words,
      Dossiers dossiers,
      DossierParts parts,
      ApprovalService approvals,
      JourneyLinter linter,
      Attempt attempt,
      CurrentUser user) {
    this.texts = texts;
    this.words = words;
    this.dossiers = dossiers;
    this.parts = parts;
    this.approvals = approvals;
    this.linter = linter;
    this.attempt = attempt;
    this.user = user;
    addClassName("wb-content");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    try {
      var id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
      show(dossiers.of(id, user.get(), Texts.language()));
    } catch (IllegalArgumentException | ApiProblem unknown) {
      throw new NotFoundException();
    }
  }

  private void show(Dossier dossier) {
    var title = words.name(dossier.journey()) + " · v" + dossier.version().versionNo();
    var header = new PageHeader(title, parts.summary(dossier));
    add(header);
    selected = "";
    var duty = dossier.mine();
    if (duty != null) {
      var agree = new Button(agreeText(dossier, duty));
      var checklist =
          new Checklist(texts, duty.approval().step(), () -> agree.setEnabled(checked()));
      points = checklist;
      header.add(actions(dossier, agree, checklist));
      add(checklist);
    }
    add(
        parts.drawing(dossier, user.get(), id -> selected = id),
        parts.risk(dossier),
        parts.list(dossier),
        parts.counts(dossier, user.get()),
        parts.channels(dossier),
        parts.contents(dossier),
        parts.findings(dossier),
        parts.signatures(dossier));
  }

  private boolean checked() {
    return points != null && points.isComplete();
  }

  private Div actions(Dossier dossier, Button agree, Checklist checklist) {
    var id = dossier.journey().id();
    var back = new Button(texts.get("approvals.return"));
    back.addClickListener(click ->
        new ReturnDialog(
                texts,
                linter.names(dossier.version().bpmn()),
                selected,
                (comment, block) -> {
                  var done =
                      attempt.to(() -> approvals.returnToAuthor(id, user.get(), comment, block));
                  if (done) {
                    leave(texts.get("approvals.returned"));
                  }
                  return done;
                })
            .open());
    agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    agree.setEnabled(false);
    agree.setTooltipText(texts.get("approvals.checklist.first"));
    agree.setDisableOnClick(true);
    agree.addClickListener(click -> {
      if (attempt.to(() -> approvals.approve(id, user.get(), null, checklist.checked()))) {
        leave(texts.get("approvals.approved"));
      } else {
        agree.setEnabled(true);
      }
    });
    var actions = new Div(back, agree);
    actions.addClassName("wb-header-actions");
    return actions;
  }

  /** Says who signs besides, and for whom a deputy does. */
  private String agreeText(Dossier dossier, Duty duty) {
    var others =
        dossier.signatures().stream()
            .filter(other -> other.isOpen() && !other.id().equals(duty.approval().id()))
            .map(other -> texts.get("approvals.step." + other.step()))
            .toList();
    var text =
        others.isEmpty()
            ? texts.get("approvals.approve")
            : texts.get(
                "approvals.approve.more",
                others.size(),
                String.join(texts.get("list.comma"), others));
    return duty.by().equals(user.get().login())
        ? text
        : text + texts.get("approvals.for", duty.by());
  }

  private static void leave(String sentence) {
    Notice.good(sentence);
    UI.getCurrent().navigate(ApprovalsView.class);
  }
}
