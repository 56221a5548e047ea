package io.waybot.designer.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import io.waybot.db.lead.LeadState;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.lead.LeadRow;
import io.waybot.runtime.lead.LeadService;
import io.waybot.runtime.lead.TeamBoard;
import java.util.Objects;
import java.util.Optional;

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
        new Button(
            texts.get("team.reassign"),
            click -> {
              var chosen = grid.getSelectedItems().stream().map(LeadRow::id).toList();
              var receiver = Optional.ofNullable(to.getValue()).map(TeamBoard.Row::code);
              to.setInvalid(receiver.isEmpty());
              if (receiver.isPresent()
                  && !chosen.isEmpty()
                  && attempt.to(() -> leads.reassign(chosen, receiver.get()))) {
                Notice.good(texts.get("team.reassigned", Formats.count(chosen.size())));
                changed.run();
                close();
              }
            });
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.setEnabled(false);
    grid.addSelectionListener(selected -> go.setEnabled(!selected.getAllSelectedItems().isEmpty()));
    getFooter().add(new Button(texts.get("contents.cancel"), click -> close()), go);
  }
}
