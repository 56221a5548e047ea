package io.waybot.designer.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.model.ModelView;
import io.waybot.runtime.model.ModelView.VersionView;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One model: the version that scores, its age, who uses it, and all versions to compare. */
class ModelCard extends Div {
  private static final int OLD_DAYS = 30;
  private final Texts texts;
  private final boolean mayChange;
  private final Consumer<UUID> promote;

  /**
   * @param journeys what journeys are called, by key
   */
  ModelCard(
      Texts texts,
      ModelView model,
      Map<String, String> journeys,
      ZoneId zone,
      boolean mayChange,
      Consumer<UUID> promote) {
    this.texts = texts;
    this.mayChange = mayChange;
    this.promote = promote;
    addClassName("wb-card");
    setWidthFull();
    var name = Texts.isChinese(Texts.language()) ? model.model().nameZh() : model.model().nameEn();
    add(new H3(name + " · " + model.model().code()), line(model, journeys), versions(model, zone));
    model.versions().stream().limit(1).forEach(newest -> add(inside(newest)));
  }

  private Div line(ModelView model, Map<String, String> names) {
    var champion = model.champion();
    var age =
        new Span(
            champion == null
                ? texts.get("models.noChampion")
                : texts.get("models.champion", champion.version(), model.ageDays()));
    age.addClassName(champion == null || model.ageDays() > OLD_DAYS ? "wb-warn" : "wb-good");
    var journeys =
        new Span(
            model.journeys().isEmpty()
                ? texts.get("models.unused")
                : texts.get(
                    "models.used",
                    model.journeys().stream()
                        .map(key -> names.getOrDefault(key, key))
                        .collect(Collectors.joining(texts.get("list.comma")))));
    journeys.addClassName("wb-muted");
    var line = new Div(age, journeys);
    line.addClassName("wb-line");
    return line;
  }

  private SmallTable versions(ModelView model, ZoneId zone) {
    var table =
        new SmallTable(
                texts.get("models.version"),
                texts.get("models.state"),
                "AUC",
                "KS",
                texts.get("models.heldOut"),
                texts.get("models.trainRows"),
                texts.get("models.table"),
                texts.get("models.trained"),
                "")
            .words(2, 7, 8);
    for (var view : model.versions()) {
      var version = view.version();
      table.row(
          new Span("v" + version.version()),
          new Span(texts.get("models.version." + version.state())),
          new Span(three(version.auc())),
          new Span(three(version.ks())),
          new Span(Formats.count(view.measures().heldOutRows())),
          new Span(Formats.count(version.trainRows())),
          new Span(version.dataset() + " · " + version.label()),
          new Span(version.trainedBy() + " · " + Formats.moment(version.trainedAt(), zone)),
          action(view));
    }
    return table;
  }

  private Component action(VersionView view) {
    if (!mayChange || !view.promotable()) {
      return new Span("");
    }
    var button = new Button(texts.get("models.promote"), click -> confirm(view));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void confirm(VersionView view) {
    var confirm = new ConfirmDialog();
    confirm.setHeader(texts.get("models.promote"));
    confirm.setText(
        texts.get(
            "models.promote.sure",
            view.version().version(),
            three(view.version().auc()),
            three(view.version().ks())));
    confirm.setConfirmText(texts.get("models.promote"));
    confirm.setCancelable(true);
    confirm.setCancelText(texts.get("frame.cancel"));
    confirm.addConfirmListener(yes -> promote.accept(view.version().id()));
    confirm.open();
  }

  private Details inside(VersionView newest) {
    var both =
        new Div(new LiftTable(texts, newest.measures()), new GainBars(texts, newest.measures()));
    both.addClassName("wb-result-top");
    return new Details(texts.get("models.inside", newest.version().version()), both);
  }

  static String three(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }
}
