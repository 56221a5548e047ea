package io.waybot.designer.approval;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.db.journey.Approval;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.Dossier;
import io.waybot.runtime.journey.Dossiers;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

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
  private final Attempt attempt;
  private final CurrentUser user;

  ApprovalPage(
      Texts texts,
      JourneyWords words,
      Dossiers dossiers,
      DossierParts parts,
      ApprovalService approvals,
      Attempt attempt,
      CurrentUser user) {
    this.texts = texts;
    this.words = words;
    this.dossiers = dossiers;
    this.parts = parts;
    this.approvals = approvals;
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
    if (mine(dossier, user.get())) {
      header.add(actions(dossier));
    }
    add(
        header,
        parts.drawing(dossier),
        parts.risk(dossier),
        parts.list(dossier),
        parts.counts(dossier, user.get()),
        parts.channels(dossier),
        parts.contents(dossier),
        parts.findings(dossier),
        parts.signatures(dossier));
  }

  private Div actions(Dossier dossier) {
    var back = new Button(texts.get("approvals.return"));
    back.addClickListener(click ->
        new ReturnDialog(
                texts,
                comment -> {
                  var id = dossier.journey().id();
                  var done =
                      attempt.to(() -> approvals.returnToAuthor(id, user.get(), comment, null));
                  if (done) {
                    leave(texts.get("approvals.returned"));
                  }
                  return done;
                })
            .open());
    var agree = new Button(agreeText(dossier));
    agree.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    agree.setDisableOnClick(true);
    agree.addClickListener(click -> {
      if (attempt.to(() -> approvals.approve(dossier.journey().id(), user.get(), null))) {
        leave(texts.get("approvals.approved"));
      } else {
        agree.setEnabled(true);
      }
    });
    var actions = new Div(back, agree);
    actions.addClassName("wb-header-actions");
    return actions;
  }

  private String agreeText(Dossier dossier) {
    long others = dossier.signatures().stream().filter(Approval::isOpen).count() - 1;
    return others > 0
        ? texts.get("approvals.approve.more", others)
        : texts.get("approvals.approve");
  }

  private static boolean mine(Dossier dossier, SignedIn person) {
    return !dossier.version().author().equals(person.login())
        && dossier.signatures().stream()
            .filter(signature -> signature.isDueAmong(dossier.signatures()))
            .anyMatch(a -> a.step().name().equals(person.person().duty()));
  }

  private static void leave(String sentence) {
    Notice.good(sentence);
    UI.getCurrent().navigate(ApprovalsView.class);
  }
}
