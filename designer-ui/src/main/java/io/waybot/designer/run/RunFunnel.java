package io.waybot.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.audience.Audience;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.run.RunCustomers;
import io.waybot.runtime.run.RunOutcomes;
import io.waybot.runtime.run.RunView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Where the customers of a run went: every count opens its customers. */
class RunFunnel extends Div {
  private final CustomerLists lists;
  private final RunCustomers customers;
  private final RunOutcomes outcomes;
  private final UnitNames units;
  private final Texts texts;
  private final boolean mayAsk;
  private transient CountLink links;

  /**
   * @param mayAsk whether the reader may ask why a customer got something or nothing
   */
  RunFunnel(
      CustomerLists lists,
      RunCustomers customers,
      RunOutcomes outcomes,
      UnitNames units,
      Texts texts,
      boolean mayAsk) {
    this.lists = lists;
    this.outcomes = outcomes;
    this.units = units;
    this.customers = customers;
    this.texts = texts;
    this.mayAsk = mayAsk;
    this.links = new CountLink(lists, texts);
    addClassName("wb-funnel");
  }

  void show(RunView run) {
    removeAll();
    links = mayAsk ? links.askingWhy(run.businessDate()) : links;
    var sets = lists.setsOf(run.id());
    var audience = run.audience();
    add(
        column(
            texts.get("run.funnel.list"),
            List.of(
                line(
                    texts.get("run.funnel.total"),
                    audience.total(),
                    find(sets, "audience", null)))),
        column(texts.get("run.funnel.removed"), reasons(audience.removed(), sets)),
        column(
            texts.get("run.funnel.arms"),
            List.of(
                line(
                    texts.get("run.funnel.control"),
                    audience.control(),
                    find(sets, "control", null)),
                line(
                    texts.get("run.funnel.treatment"),
                    audience.treatment(),
                    find(sets, "treatment", null)))),
        column(
            texts.get("run.funnel.chosen"),
            List.of(
                open(
                    texts.get("run.funnel.chosenCount"),
                    audience.chosen(),
                    () -> customers.chosen(run.id())))),
        column(texts.get("run.funnel.notChosen"), reasons(audience.notChosen(), sets)),
        column(
            texts.get("run.funnel.leads"),
            List.of(
                leads(run, "open", run.leads().open()),
                leads(run, "done", run.leads().done()),
                leads(run, "expired", run.leads().expired()))),
        column(texts.get("run.funnel.leadsByUnit"), leadsByUnit(run)));
  }

  private List<Div> leadsByUnit(RunView run) {
    var byUnit = outcomes.leadsByUnit(run.id());
    return byUnit.isEmpty()
        ? List.of(new Div(new Span(texts.get("run.funnel.nobody"))))
        : byUnit.stream()
            .map(leads ->
                open(
                    units.of(leads.unit()),
                    leads.customers(),
                    () -> outcomes.leadsOf(run.id(), leads.unit())))
            .toList();
  }

  private Div leads(RunView run, String state, int count) {
    return open(
        texts.get("run.leads." + state),
        count,
        () -> customers.leads(run.id(), state.toUpperCase(java.util.Locale.ROOT)));
  }

  private List<Div> reasons(Map<String, Integer> counts, List<Audience> sets) {
    if (counts.isEmpty()) {
      return List.of(new Div(new Span(texts.get("run.funnel.nobody"))));
    }
    return counts.entrySet().stream()
        .map(reason ->
            line(word(reason.getKey()), reason.getValue(), find(sets, null, reason.getKey())))
        .toList();
  }

  private String word(String rule) {
    var key = "rule." + rule.toUpperCase(java.util.Locale.ROOT);
    return texts.has(key) ? texts.get(key) : rule;
  }

  private static Optional<Audience> find(
      List<Audience> sets, @Nullable String name, @Nullable String rule) {
    return sets.stream()
        .filter(set -> name == null || set.name().equals(name))
        .filter(set -> Objects.equals(set.ruleCode(), rule))
        .findFirst();
  }

  private Div column(String title, List<Div> lines) {
    var column = new Div(new H4(title));
    lines.forEach(column::add);
    return column;
  }

  private Div line(String word, int count, Optional<Audience> set) {
    return set.map(stored -> open(word, count, () -> lists.of(stored.id())))
        .orElseGet(() -> line(word, new Span(Formats.count(count))));
  }

  private Div open(String word, int count, Supplier<RoaringBitmap> behind) {
    return line(word, links.of(count, word, behind));
  }

  private static Div line(String word, Component count) {
    var line = new Div(new Span(word), count);
    line.addClassName("wb-funnel-line");
    return line;
  }
}
