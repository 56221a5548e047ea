package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunCustomers;
import io.waybot.runtime.run.RunView;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** The dispatch ledger of a run, by block and channel. */
class RunChannels extends Grid<RunView.Dispatches> {
  private final transient Texts texts;
  private final transient RunCustomers customers;
  private final transient CountLink links;
  private @Nullable UUID runId;
  private transient Map<String, String> names = Map.of();

  RunChannels(Texts texts, RunCustomers customers, CountLink links) {
    this.texts = texts;
    this.customers = customers;
    this.links = links;
    addColumn(d -> RunWords.block(names, d.elementId(), d.pass()))
        .setHeader(texts.get("run.step.block"))
        .setAutoWidth(true);
    addColumn(d -> texts.get("channel." + d.channel()))
        .setHeader(texts.get("run.channel"))
        .setAutoWidth(true);
    count("run.sent", RunView.Dispatches::sent, "SENT");
    count(
        "run.pending",
        d -> d.pending() + d.claimed() + d.sending(),
        "PENDING",
        "CLAIMED",
        "SENDING");
    count("run.rejected", RunView.Dispatches::rejected, "REJECTED");
    count("run.withheld", RunView.Dispatches::withheld, "WITHHELD");
    count("run.unknown", RunView.Dispatches::unknown, "UNKNOWN");
    setEmptyStateComponent(
        StateMessage.empty(texts.get("run.channels.none"), texts.get("run.channels.none.what")));
    setSizeFull();
  }

  private void count(String key, ToIntFunction<RunView.Dispatches> part, String... states) {
    addComponentColumn(d ->
            links.of(
                part.applyAsInt(d),
                texts.get("channel." + d.channel()) + " · " + texts.get(key),
                () -> behind(d, states)))
        .setHeader(texts.get(key))
        .setAutoWidth(true);
  }

  private RoaringBitmap behind(RunView.Dispatches row, String... states) {
    return runId == null
        ? new RoaringBitmap()
        : customers.dispatched(
            runId, row.elementId() + "#" + row.pass(), row.channel(), Set.of(states));
  }

  /** What the blocks are called, by element id. */
  void call(Map<String, String> blocks) {
    names = blocks;
  }

  void show(RunView run) {
    runId = run.id();
    setItems(run.dispatches());
  }
}
