package io.waybot.designer.segment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Notice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The conditions of a segment, counted after every change; saving makes its next version. */
class SegmentDialog extends Dialog {
  private final SegmentTools tools;
  private final SegmentNames names;
  private final @Nullable Integer seenVersion;
  private final ConditionGroup group;
  private final Paragraph count = new Paragraph();

  /**
   * @param segment what is changed; null for a new one
   */
  SegmentDialog(SegmentTools tools, @Nullable Segment segment, Runnable saved) {
    this.tools = tools;
    this.seenVersion = segment == null ? null : segment.version();
    this.names = new SegmentNames(tools.texts(), segment);
    var rule =
        segment == null ? new SegmentRule.All(List.of()) : Objects.requireNonNull(segment.rule());
    var conditions =
        new Conditions(tools.texts(), tools.segments(), tools.choices(), this::changed);
    this.group = conditions.root(rule);
    setHeaderTitle(
        segment == null ? text("segments.new") : text("segments.edit", segment.version()));
    setWidth("980px");
    count.addClassName("wb-big");
    add(names, group.component(), new Div(count));
    var save = new Button(text("frame.save"), click -> save(saved));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(text("frame.cancel"), click -> close()), save);
    recount();
  }

  /** Rows tell of their first value while they are being built; the count waits for the whole. */
  private void changed() {
    if (isOpened()) {
      recount();
    }
  }

  private void recount() {
    var rule = group.rule();
    if (rule.isEmpty()) {
      count.setText(text("segments.incomplete"));
      return;
    }
    tools
        .attempt()
        .get(() -> tools.segments().count(rule.get(), tools.user().get()))
        .ifPresent(number -> count.setText(text("segments.counted", Formats.count(number))));
  }

  private void save(Runnable saved) {
    var rule = group.rule();
    if (rule.isEmpty()) {
      Notice.bad(text("segments.incomplete"));
      return;
    }
    var done =
        tools
            .attempt()
            .to(() ->
                tools
                    .segments()
                    .save(
                        names.code(),
                        names.nameZh(),
                        names.nameEn(),
                        rule.get(),
                        seenVersion,
                        tools.user().get()));
    if (done) {
      Notice.good(text("segments.saved", names.code()));
      saved.run();
      close();
    }
  }

  private String text(String key, Object... arguments) {
    return tools.texts().get(key, arguments);
  }
}
