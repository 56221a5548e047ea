package io.waybot.designer.segment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.segment.SegmentRule;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.segment.SegmentService;
import java.util.ArrayList;
import java.util.List;

/** A new segment: conditions that all hold, counted after every change. */
class SegmentDialog extends Dialog {
  private final Texts texts;
  private final SegmentService segments;
  private final LiveChoices choices;
  private final Attempt attempt;
  private final CurrentUser user;
  private final TextField code = new TextField();
  private final TextField nameZh = new TextField();
  private final TextField nameEn = new TextField();
  private final List<ConditionRow> rows = new ArrayList<>();
  private final Div conditions = new Div();
  private final Paragraph count = new Paragraph();

  SegmentDialog(
      Texts texts,
      SegmentService segments,
      LiveChoices choices,
      Attempt attempt,
      CurrentUser user,
      Runnable saved) {
    this.texts = texts;
    this.segments = segments;
    this.choices = choices;
    this.attempt = attempt;
    this.user = user;
    setHeaderTitle(texts.get("segments.new"));
    setWidth("860px");
    code.setLabel(texts.get("segments.code"));
    nameZh.setLabel(texts.get("segments.nameZh"));
    nameEn.setLabel(texts.get("segments.nameEn"));
    var add = new Button(texts.get("segments.addColumn"), click -> addColumn());
    var had = new Button(texts.get("segments.addEvent"), click -> addEvent());
    add(new Div(code, nameZh, nameEn), conditions, new Div(add, had), count);
    var save = new Button(texts.get("segments.save"), click -> save(saved));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(texts.get("segments.cancel"), click -> close()), save);
    recount();
  }

  private void addColumn() {
    add(new ColumnRow(texts, segments.fields(), this::recount));
  }

  private void addEvent() {
    add(new EventRow(texts, choices.of("events", Texts.language()), this::recount));
  }

  private void add(ConditionRow row) {
    var line = new Div(row.component());
    var remove = new Button(texts.get("segments.remove"));
    remove.addClickListener(click -> {
      rows.remove(row);
      conditions.remove(line);
      recount();
    });
    line.add(remove);
    line.addClassName("wb-row");
    rows.add(row);
    conditions.add(line);
  }

  private SegmentRule rule() {
    return new SegmentRule.All(
        rows.stream().map(ConditionRow::rule).flatMap(java.util.Optional::stream).toList());
  }

  private void recount() {
    attempt
        .get(() -> segments.count(rule(), user.get()))
        .ifPresent(number -> count.setText(texts.get("segments.counted", Formats.count(number))));
  }

  private void save(Runnable saved) {
    var done =
        attempt.to(() ->
            segments.save(
                code.getValue().strip(),
                nameZh.getValue().strip(),
                nameEn.getValue().strip(),
                rule(),
                user.get()));
    if (done) {
      Notice.good(texts.get("segments.saved", code.getValue()));
      saved.run();
      close();
    }
  }
}
