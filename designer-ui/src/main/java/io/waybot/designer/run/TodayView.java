package io.waybot.designer.run;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.rules.CalendarService;
import io.waybot.runtime.run.RunList;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;

/** The runs of today's business date; says so when today is none. */
@Route("today")
@Page(text = "today.title", menu = MenuGroup.RUNS, order = 10)
@RolesAllowed({"PLANNER", "MANAGER", "ADMIN"})
class TodayView extends VerticalLayout {
  TodayView(
      RunList runs,
      CalendarService calendar,
      CurrentUser user,
      Texts texts,
      @Value("${waybot.zone}") ZoneId zone) {
    setSizeFull();
    var today = calendar.today();
    boolean working =
        calendar.month(YearMonth.from(today)).stream()
            .anyMatch(day -> day.date().equals(today) && day.working());
    var grid = new RunGrid(runs, user, texts, zone);
    grid.show(new RunList.Filter(null, null, today));
    add(new PageHeader(texts.get("today.title"), texts.get("today.what", Formats.day(today))));
    if (!working) {
      var closed = new Span(texts.get("today.closed"));
      closed.addClassName("wb-warn");
      add(closed);
    }
    add(grid);
  }
}
