package io.waybot.designer.segment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.segment.Segment;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.segment.SegmentService;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** Segments with today's counts; a new one is a few conditions. */
@Route("segments")
@Page(text = "segments.title", menu = MenuGroup.DESIGN, order = 30)
@RolesAllowed({"PLANNER", "ANALYST"})
class SegmentsView extends Div {
  private final Texts texts;
  private final SegmentService segments;
  private final LiveChoices choices;
  private final Attempt attempt;
  private final CurrentUser user;
  private final Div body = new Div();

  SegmentsView(
      Texts texts,
      SegmentService segments,
      LiveChoices choices,
      Attempt attempt,
      CurrentUser user) {
    this.texts = texts;
    this.segments = segments;
    this.choices = choices;
    this.attempt = attempt;
    this.user = user;
    addClassName("wb-content");
    var create = new Button(texts.get("segments.new"), click -> dialog().open());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new PageHeader(texts.get("segments.title"), texts.get("segments.what"), create), body);
    show();
  }

  private SegmentDialog dialog() {
    return new SegmentDialog(texts, segments, choices, attempt, user, this::show);
  }

  private void show() {
    body.removeAll();
    var visible = segments.visible(user.get());
    if (visible.isEmpty()) {
      body.add(StateMessage.empty(texts.get("segments.none"), texts.get("segments.none.what")));
      return;
    }
    var grid = new Grid<Segment>();
    grid.addColumn(Segment::code).setHeader(texts.get("segments.code"));
    grid.addColumn(this::name).setHeader(texts.get("segments.name")).setFlexGrow(2);
    grid.addColumn(Segment::ownerOrg).setHeader(texts.get("segments.owner"));
    grid.addColumn(this::kind).setHeader(texts.get("segments.kind"));
    grid.addColumn(this::count).setHeader(texts.get("segments.count"));
    grid.addColumn(Segment::changedBy).setHeader(texts.get("segments.by"));
    grid.setItems(visible);
    body.add(grid);
  }

  private String name(Segment segment) {
    return Texts.isChinese(Texts.language()) ? segment.nameZh() : segment.nameEn();
  }

  private String kind(Segment segment) {
    return texts.get(segment.rule() == null ? "segments.kind.list" : "segments.kind.rule");
  }

  private String count(Segment segment) {
    Optional<Integer> count = attempt.get(() -> segments.count(segment, user.get()));
    return count.map(number -> Formats.count(number)).orElse("–");
  }
}
