package io.waybot.designer.run;

import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.waybot.db.run.RunState;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.run.RunList;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;

/** All runs of all journeys. */
@Route("runs")
@Page(text = "runs.title", menu = MenuGroup.RUNS, order = 20)
@RolesAllowed({"PLANNER", "APPROVER", "MANAGER", "ADMIN"})
class RunsView extends VerticalLayout {
  private final Select<RunState> state = new Select<>();
  private final DateField date = new DateField();
  private final RunGrid grid;

  RunsView(RunList runs, CurrentUser user, Texts texts, @Value("${waybot.zone}") ZoneId zone) {
    setSizeFull();
    grid = new RunGrid(runs, user, texts, zone);
    state.setLabel(texts.get("run.state"));
    state.setItems(RunState.values());
    state.setEmptySelectionAllowed(true);
    state.setEmptySelectionCaption(texts.get("run.all"));
    state.setItemLabelGenerator(
        s -> s == null ? texts.get("run.all") : texts.get("run.state." + s.name()));
    state.addValueChangeListener(change -> filter());
    date.setLabel(texts.get("run.date"));
    date.setClearButtonVisible(true);
    date.addValueChangeListener(change -> filter());
    add(
        new PageHeader(texts.get("runs.title"), texts.get("runs.what")),
        new HorizontalLayout(state, date),
        grid);
    filter();
  }

  private void filter() {
    grid.show(new RunList.Filter(state.getValue(), null, date.getValue()));
  }
}
