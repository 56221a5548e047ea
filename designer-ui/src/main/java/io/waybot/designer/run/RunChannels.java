package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunCustomers;
import io.waybot.runtime.run.RunOutcomes;
import io.waybot.runtime.run.RunOutcomes.Receipt;
import io.waybot.runtime.run.RunOutcomes.Sent;
import io.waybot.runtime.run.RunView;
import java.util.EnumMap;
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
  private final transient RunOutcomes outcomes;
  private final transient Map<Receipt, Map<Sent, Integer>> received = new EnumMap<>(Receipt.class);
  private @Nullable UUID runId;
  private transient Map<String, String> names = Map.of();

  RunChannels(Texts texts, RunCustomers customers, RunOutcomes outcomes, CountLink links) {
    this.texts = texts;
    this.outcomes = outcomes;
    this.customers = customers;
    this.links = links;
    addColumn(d -> RunWords.block(names, d.elementId(), d.pass()))
        .setHeader(texts.get("run.step.block"))
        .setAutoWidth(true);
    addColumn(d -> texts.get("channel." + d.channel()))
        .setHeader(texts.get("run.channel"))
        .setAutoWidth(true);
    count("run.sent", RunView.Dispatches::sent, "SENT");
    for (var receipt : Receipt.values()) {
      receipts(receipt);
    }
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

  private void receipts(Receipt receipt) {
    var word = texts.get("run.receipt." + receipt);
    addComponentColumn(d ->
            links.of(
                received.getOrDefault(receipt, Map.of()).getOrDefault(sent(d), 0),
                texts.get("channel." + d.channel()) + " · " + word,
                () ->
                    runId == null
                        ? new RoaringBitmap()
                        : outcomes.received(runId, sent(d), receipt)))
        .setHeader(word)
        .setAutoWidth(true);
  }

  private static Sent sent(RunView.Dispatches row) {
    return new Sent(row.elementId() + "#" + row.pass(), row.channel());
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
    for (var receipt : Receipt.values()) {
      received.put(receipt, outcomes.received(run.id(), receipt));
    }
    setItems(run.dispatches());
  }
}
