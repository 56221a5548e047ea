package io.waybot.designer.lead;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import io.waybot.db.lead.LeadState;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.lead.LeadRow;
import io.waybot.runtime.lead.LeadService;
import io.waybot.runtime.lead.TeamBoard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Gives open leads of one colleague, or of nobody, to another colleague of the sub-branch. */
class ReassignDialog extends Dialog {
  private static final int MOST = 500;

  ReassignDialog(
      LeadService leads,
      Texts texts,
      Attempt attempt,
      TeamBoard board,
      TeamBoard.Row from,
      Runnable changed) {
    setHeaderTitle(texts.get("team.reassign"));
    setWidth("760px");
    setHeight("560px");
    var grid = new Grid<LeadRow>();
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addColumn(LeadRow::customer).setHeader(texts.get("customers.no")).setAutoWidth(true);
    grid.addColumn(LeadWords::customer).setHeader(texts.get("customers.name")).setAutoWidth(true);
    grid.addColumn(lead -> LeadWords.product(texts, lead))
        .setHeader(texts.get("team.product"))
        .setFlexGrow(1);
    grid.addColumn(lead -> Formats.day(lead.dueOn()))
        .setHeader(texts.get("team.due"))
        .setAutoWidth(true);
    grid.setItems(
        leads.page(LeadState.OPEN, 0, MOST).stream()
            .filter(lead -> lead.org().equals(board.org()))
            .filter(lead -> Objects.equals(lead.staff(), from.code()))
            .toList());
    grid.setSizeFull();
    var to = new ComboBox<TeamBoard.Row>(texts.get("team.to"));
    to.setItems(
        board.rows().stream()
            .filter(row -> row.code() != null && !row.code().equals(from.code()))
            .toList());
    to.setItemLabelGenerator(row ->
        texts.get(
            "team.to.one",
            String.valueOf(LeadWords.chinese() ? row.nameZh() : row.nameEn()),
            Formats.count(row.open())));
    add(to, grid);
    var go =
        FormButtons.below(
            this,
            texts.get("team.reassign"),
            () -> {
              var receiver = Optional.ofNullable(to.getValue()).map(TeamBoard.Row::code);
              to.setInvalid(receiver.isEmpty());
              return receiver.isPresent()
                  && attempt.to(() -> leads.reassign(chosen(grid), receiver.get()));
            },
            () -> {
              Notice.good(texts.get("team.reassigned", Formats.count(chosen(grid).size())));
              changed.run();
            });
    go.setEnabled(false);
    grid.addSelectionListener(selected -> go.setEnabled(!selected.getAllSelectedItems().isEmpty()));
  }

  private static List<UUID> chosen(Grid<LeadRow> grid) {
    return grid.getSelectedItems().stream().map(LeadRow::id).toList();
  }
}
