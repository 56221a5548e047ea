package io.waybot.designer.design;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.schedule.LifeEffect;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Says what pausing, resuming or retiring means for the schedule and for what runs, then asks. */
class LifeDialog extends ConfirmDialog {
  private final Texts texts;
  private final Div effects = new Div();

  /**
   * @param act pause, resume or retire
   */
  LifeDialog(Texts texts, ZoneId zone, String act, LifeEffect effect, Runnable then) {
    this.texts = texts;
    setHeader(texts.get("designer." + act));
    var next = effect.next();
    if (next == null) {
      say("designer.effect.none." + act);
    } else {
      var start = next.at().atZone(zone);
      say(
          "designer.effect.next." + act,
          Formats.day(start.toLocalDate()) + " " + Formats.time(start.toLocalTime()));
    }
    if (act.equals("resume") && !effect.missed().isEmpty()) {
      var missed = effect.missed().stream().map(Formats::day);
      say("designer.effect.missed", missed.collect(Collectors.joining(texts.get("list.comma"))));
    }
    if (effect.running() == 0) {
      say("designer.effect.idle");
    } else {
      say(
          "designer.effect.running",
          Formats.count(effect.running()),
          Formats.count(effect.unsent()));
    }
    if (effect.openLeads() > 0) {
      say("designer.effect.leads", Formats.count(effect.openLeads()));
    }
    effects.setId("life-effect");
    add(effects);
    setCancelable(true);
    setCancelText(texts.get("frame.cancel"));
    setConfirmText(texts.get("designer." + act));
    addConfirmListener(confirm -> then.run());
  }

  private void say(String key, Object... arguments) {
    effects.add(new Paragraph(texts.get(key, arguments)));
  }
}
