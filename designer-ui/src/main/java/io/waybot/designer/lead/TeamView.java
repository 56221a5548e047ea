package io.waybot.designer.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.lead.LeadService;
import io.waybot.runtime.lead.TeamBoard;
import io.waybot.runtime.lead.TeamService;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** A manager's leads one level down; the rows close with the level above. */
@Route("team")
@Page(text = "team.title", menu = MenuGroup.BRANCH, order = 30)
@RolesAllowed("MANAGER")
class TeamView extends VerticalLayout {
  private final TeamService team;
  private final LeadService leads;
  private final SignedIn manager;
  private final Texts texts;
  private final Attempt attempt;

  TeamView(TeamService team, LeadService leads, CurrentUser user, Texts texts, Attempt attempt) {
    this.team = team;
    this.leads = leads;
    this.manager = user.get();
    this.texts = texts;
    this.attempt = attempt;
    own();
  }

  private void own() {
    var unit = manager.unit();
    show(unit.code(), LeadWords.chinese() ? unit.nameZh() : unit.nameEn());
  }

  private void show(String org, String name) {
    attempt
        .get(() -> team.board(org))
        .ifPresent(board -> {
          removeAll();
          var sums = new Span(texts.get(board.addsUp() ? "team.adds" : "team.addsNot"));
          sums.addClassName(board.addsUp() ? "wb-good" : "wb-bad");
          var up = new Button(texts.get("team.up"), click -> own());
          up.setVisible(!org.equals(manager.unit().code()));
          add(
              new PageHeader(
                  texts.get("team.of", name),
                  texts.get("team.what", Formats.day(board.on())),
                  sums,
                  up),
              card(board, name));
        });
  }

  private Div card(TeamBoard board, String name) {
    boolean people = team.isOfPeople(board.org());
    var table =
        new SmallTable(
            texts.get(people ? "team.person" : "team.unit"),
            texts.get("team.openLeads"),
            texts.get("team.overdue"),
            texts.get("team.done"),
            texts.get("team.responded"),
            texts.get("team.expired"),
            texts.get("team.all"),
            "");
    for (var row : board.rows()) {
      row(table, row, label(row, board, people), action(row, board, name, people));
    }
    row(table, board.total(), new Span(texts.get("team.total")), new Span(""));
    var card = new Div(table);
    card.addClassName("wb-card");
    card.setWidthFull();
    return card;
  }

  private static void row(SmallTable table, TeamBoard.Row row, Component label, Component action) {
    var overdue = new Span(Formats.count(row.overdue()));
    overdue.addClassName(row.overdue() > 0 ? "wb-bad" : "wb-muted");
    table.row(
        label,
        new Span(Formats.count(row.open())),
        overdue,
        new Span(Formats.count(row.done())),
        new Span(Formats.count(row.responded())),
        new Span(Formats.count(row.expired())),
        new Span(Formats.count(row.all())),
        action);
  }

  private Component label(TeamBoard.Row row, TeamBoard board, boolean people) {
    var code = row.code();
    if (code == null) {
      return new Span(texts.get("team.unassigned"));
    }
    var name = Optional.ofNullable(LeadWords.chinese() ? row.nameZh() : row.nameEn()).orElse(code);
    if (people || code.equals(board.org())) {
      return new Span(name);
    }
    var down = new Button(name, click -> show(code, name));
    down.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    return down;
  }

  private Component action(TeamBoard.Row row, TeamBoard board, String name, boolean people) {
    if (!people || row.open() == 0) {
      return new Span("");
    }
    var button =
        new Button(
            texts.get("team.reassign"),
            click ->
                new ReassignDialog(leads, texts, attempt, board, row, () -> show(board.org(), name))
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }
}
