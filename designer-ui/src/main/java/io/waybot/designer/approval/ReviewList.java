package io.waybot.designer.approval;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.GoLiveReview;
import io.waybot.runtime.journey.GoLiveReview.Task;
import java.time.Clock;

/** What went live with this person's signature and is to be looked at again. */
class ReviewList extends Div {
  private final Texts texts;
  private final JourneyWords words;
  private final GoLiveReview reviews;
  private final Attempt attempt;
  private final CurrentUser user;
  private final Clock clock;

  ReviewList(
      Texts texts,
      JourneyWords words,
      GoLiveReview reviews,
      Attempt attempt,
      CurrentUser user,
      Clock clock) {
    this.texts = texts;
    this.words = words;
    this.reviews = reviews;
    this.attempt = attempt;
    this.user = user;
    this.clock = clock;
    setId("reviews");
    addClassName("wb-card");
    show();
  }

  private void show() {
    removeAll();
    var open = reviews.open(user.get());
    setVisible(!open.isEmpty());
    if (open.isEmpty()) {
      return;
    }
    var table =
        new SmallTable(
                texts.get("approvals.journey"),
                texts.get("approvals.version"),
                texts.get("approvals.review.sent"),
                texts.get("approvals.review.optedOut"),
                texts.get("approvals.review.complaining"),
                texts.get("approvals.due"),
                "")
            .words(2, 6);
    open.forEach(task -> row(table, task));
    add(new H3(texts.get("approvals.reviews")), table);
  }

  private void row(SmallTable table, Task task) {
    var due = new Span(Formats.moment(task.dueAt(), clock.getZone()));
    due.setClassName(task.isDue(clock.instant()) ? "wb-chip red" : "");
    var done = new Button(texts.get("approvals.review.done"), click -> ask(task));
    done.addThemeVariants(ButtonVariant.LUMO_SMALL);
    table.row(
        new Anchor("results/" + task.journey().key(), words.name(task.journey())),
        new Span("v" + task.version().versionNo()),
        new Span(Formats.count(task.sent())),
        new Span(Formats.count(task.optedOut())),
        new Span(Formats.count(task.complaining())),
        due,
        done);
  }

  private void ask(Task task) {
    var dialog = new Dialog(texts.get("approvals.review.done"));
    var finding = new TextArea(texts.get("approvals.review.finding"));
    finding.setWidth("28em");
    finding.setMaxLength(2_000);
    dialog.add(finding);
    var id = task.version().id();
    FormButtons.below(
        dialog,
        texts.get("approvals.review.close"),
        () -> attempt.to(() -> reviews.close(id, finding.getValue(), user.get())),
        this::show);
    dialog.open();
  }
}
