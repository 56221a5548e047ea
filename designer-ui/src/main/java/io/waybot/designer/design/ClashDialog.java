package io.waybot.designer.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.Clash;
import io.waybot.runtime.journey.compare.BlockChange;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Two planners changed one draft: what each did, and three ways on; none of them is silent. */
class ClashDialog extends Dialog {
  /** What the planner may decide. */
  interface Decision {
    void takeOver();

    void saveAs();

    void loadTheirs();
  }

  private final Texts texts;

  ClashDialog(Texts texts, Clash clash, ZoneId zone, Decision decision) {
    this.texts = texts;
    var who = clash.author(Texts.language());
    var theirs = clash.theirs().version();
    setId("clash");
    setHeaderTitle(texts.get("clash.title"));
    setWidth("640px");
    setMaxHeight("620px");
    var at = Formats.time(LocalTime.ofInstant(theirs.savedAt(), zone));
    add(new Paragraph(texts.get("clash.what", who, at)));
    add(comparison(clash, who));
    var submitted = theirs.state() == VersionState.SUBMITTED;
    add(
        new Paragraph(
            submitted
                ? texts.get("clash.submitted")
                : texts.get("clash.takeOver.what", theirs.versionNo())));
    var take = button("takeOver", decision::takeOver);
    take.setEnabled(!submitted);
    take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter()
        .add(
            button("later", () -> {}),
            button("loadTheirs", decision::loadTheirs),
            button("saveAs", decision::saveAs),
            take);
  }

  private SmallTable comparison(Clash clash, String who) {
    var table =
        new SmallTable(
                texts.get("clash.block"), texts.get("clash.mine"), texts.get("clash.of", who))
            .words(2, 3);
    for (var block : clash.blocks()) {
      var name = new Span(block.label());
      name.getElement().setAttribute("data-element", block.elementId());
      if (block.both()) {
        name.addClassName("wb-bad");
        name.setTitle(texts.get("clash.both"));
      }
      table.row(name, new Span(word(block.mine())), new Span(word(block.others())));
    }
    if (clash.mySettings() || clash.theirSettings()) {
      table.row(
          texts.get("clash.settings"),
          word(clash.mySettings() ? BlockChange.Kind.CHANGED : null),
          word(clash.theirSettings() ? BlockChange.Kind.CHANGED : null));
    }
    return table;
  }

  private String word(BlockChange.@Nullable Kind kind) {
    return kind == null ? texts.get("clash.untouched") : texts.get("clash." + kind);
  }

  private Button button(String key, Runnable act) {
    var button = new Button(texts.get("clash." + key));
    button.setId("clash-" + key);
    button.addClickListener(click -> {
      close();
      act.run();
    });
    return button;
  }
}
