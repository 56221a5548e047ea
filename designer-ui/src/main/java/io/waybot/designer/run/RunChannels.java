package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunView;
import java.util.function.ToIntFunction;

/** The dispatch ledger of a run, by block and channel. */
class RunChannels extends Grid<RunView.Dispatches> {
  private final transient Texts texts;

  RunChannels(Texts texts) {
    this.texts = texts;
    addColumn(d -> d.elementId() + (d.pass() > 1 ? " #" + d.pass() : ""))
        .setHeader(texts.get("run.step.block"))
        .setAutoWidth(true);
    addColumn(d -> texts.get("channel." + d.channel()))
        .setHeader(texts.get("run.channel"))
        .setAutoWidth(true);
    count("run.sent", RunView.Dispatches::sent);
    count("run.pending", d -> d.pending() + d.claimed() + d.sending());
    count("run.rejected", RunView.Dispatches::rejected);
    count("run.withheld", RunView.Dispatches::withheld);
    count("run.unknown", RunView.Dispatches::unknown);
    setEmptyStateComponent(
        StateMessage.empty(texts.get("run.channels.none"), texts.get("run.channels.none.what")));
    setSizeFull();
  }

  private void count(String key, ToIntFunction<RunView.Dispatches> part) {
    addColumn(d -> Formats.count(part.applyAsInt(d))).setHeader(texts.get(key)).setAutoWidth(true);
  }

  void show(RunView run) {
    setItems(run.dispatches());
  }
}
