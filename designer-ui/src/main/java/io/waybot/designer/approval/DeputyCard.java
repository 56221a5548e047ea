package io.waybot.designer.approval;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.waybot.db.bank.Person;
import io.waybot.db.journey.Deputies.Deputy;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.approval.DeputyService;
import java.time.Clock;
import java.time.LocalDate;

/** Who signs for this approver while they are away. */
class DeputyCard extends Div {
  private final Texts texts;
  private final DeputyService deputies;
  private final Attempt attempt;
  private final CurrentUser user;
  private final Div named = new Div();

  DeputyCard(Texts texts, DeputyService deputies, Attempt attempt, CurrentUser user, Clock clock) {
    this.texts = texts;
    this.deputies = deputies;
    this.attempt = attempt;
    this.user = user;
    addClassName("wb-card");
    setId("deputies");
    add(new H3(texts.get("approvals.deputy")), new Paragraph(texts.get("approvals.deputy.what")));
    add(named, form(LocalDate.now(clock)));
    show();
  }

  private void show() {
    named.removeAll();
    var all = deputies.of(user.get());
    if (all.isEmpty()) {
      return;
    }
    var table =
        new SmallTable(
                texts.get("approvals.deputy"),
                texts.get("approvals.deputy.from"),
                texts.get("approvals.deputy.until"),
                "")
            .words(2, 3);
    for (var deputy : all) {
      table.row(
          new Span(deputy.deputy()),
          new Span(Formats.day(deputy.from())),
          new Span(Formats.day(deputy.until())),
          end(deputy));
    }
    named.add(table);
  }

  private Button end(Deputy deputy) {
    var end =
        new Button(
            texts.get("approvals.deputy.end"),
            click -> {
              if (attempt.to(() -> deputies.end(deputy, user.get()))) {
                show();
              }
            });
    end.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return end;
  }

  private Div form(LocalDate today) {
    var who = new Select<Person>();
    who.setLabel(texts.get("approvals.deputy"));
    who.setItems(deputies.candidates(user.get()));
    who.setItemLabelGenerator(this::name);
    var from = day("approvals.deputy.from", today);
    var until = day("approvals.deputy.until", today);
    var add = new Button(texts.get("approvals.deputy.name"));
    add.addClickListener(click -> {
      var deputy = who.getValue();
      if (deputy != null
          && from.getValue() != null
          && until.getValue() != null
          && attempt.to(
              () -> deputies.name(deputy.login(), from.getValue(), until.getValue(), user.get()))) {
        show();
      }
    });
    var form = new Div(who, from, until, add);
    form.addClassNames("wb-line", "wb-deputy");
    return form;
  }

  private DateField day(String label, LocalDate today) {
    var field = new DateField();
    field.setLabel(texts.get(label));
    field.setValue(today);
    return field;
  }

  private String name(Person person) {
    return (Texts.isChinese(Texts.language()) ? person.nameZh() : person.nameEn())
        + " ("
        + person.login()
        + ")";
  }
}
