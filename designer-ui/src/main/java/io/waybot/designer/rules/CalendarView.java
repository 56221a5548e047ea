package io.waybot.designer.rules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.rules.CalendarService;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;

/** Business days by month: holidays, 调休 workdays and what administrators declared. */
@Route("calendar")
@Page(text = "calendar.title", menu = MenuGroup.RULES, order = 30)
@RolesAllowed({"PLANNER", "APPROVER", "ADMIN"})
class CalendarView extends VerticalLayout {
  private final CalendarService service;
  private final Texts texts;
  private final Attempt attempt;
  private final boolean mayChange;
  private final Span name = new Span();
  private final Span warning = new Span();
  private final Div days = new Div();
  private YearMonth month;

  CalendarView(CalendarService service, CurrentUser user, Texts texts, Attempt attempt) {
    this.service = service;
    this.texts = texts;
    this.attempt = attempt;
    this.mayChange = user.get().is(Role.ADMIN);
    this.month = YearMonth.from(service.today());
    days.addClassName("wb-calendar");
    warning.addClassName("wb-warn");
    name.addClassName("wb-calendar-name");
    var before = new Button(VaadinIcon.ANGLE_LEFT.create(), click -> show(month.minusMonths(1)));
    before.setAriaLabel(texts.get("calendar.before"));
    var after = new Button(VaadinIcon.ANGLE_RIGHT.create(), click -> show(month.plusMonths(1)));
    after.setAriaLabel(texts.get("calendar.after"));
    var bar = new HorizontalLayout(before, name, after, warning);
    bar.setAlignItems(Alignment.CENTER);
    add(
        new PageHeader(
            texts.get("calendar.title"),
            texts.get(mayChange ? "calendar.what.admin" : "calendar.what")),
        bar,
        days);
    show(month);
  }

  private void show(YearMonth shown) {
    month = shown;
    name.setText(
        texts.get("calendar.month", String.valueOf(shown.getYear()), shown.getMonthValue()));
    warning.setText(
        service.knows(shown.getYear())
            ? ""
            : texts.get("calendar.unknown", String.valueOf(shown.getYear())));
    days.removeAll();
    for (var weekday : DayOfWeek.values()) {
      var head = new Span(weekday.getDisplayName(TextStyle.SHORT, Texts.language()));
      head.addClassName("wb-calendar-head");
      days.add(head);
    }
    for (int i = 1; i < shown.atDay(1).getDayOfWeek().getValue(); i++) {
      days.add(new Span());
    }
    service.month(shown).forEach(day -> days.add(cell(day)));
  }

  private Div cell(CalendarService.CalendarDay day) {
    var kind = new Span(texts.get(day.working() ? "calendar.working" : "calendar.free"));
    var note = new Span(day.note() == null ? "" : day.note());
    note.addClassName("wb-muted");
    var cell = new Div(new Span(String.valueOf(day.date().getDayOfMonth())), kind, note);
    cell.addClassNames("wb-day", day.working() ? "wb-day-working" : "wb-day-free");
    if (day.date().equals(service.today())) {
      cell.addClassName("wb-day-today");
    }
    if (mayChange) {
      cell.addClickListener(click -> change(day));
    }
    return cell;
  }

  private void change(CalendarService.CalendarDay day) {
    var confirm = new ConfirmDialog();
    confirm.setHeader(Formats.day(day.date()));
    confirm.setText(texts.get(day.working() ? "calendar.toFree" : "calendar.toWorking"));
    confirm.setConfirmText(texts.get("calendar.change"));
    confirm.setCancelable(true);
    confirm.setCancelText(texts.get("frame.cancel"));
    confirm.addConfirmListener(yes -> {
      if (attempt.to(() -> service.declare(day.date(), !day.working(), null))) {
        show(month);
      }
    });
    confirm.open();
  }
}
