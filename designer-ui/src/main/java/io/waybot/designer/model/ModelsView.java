package io.waybot.designer.model;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.waybot.db.bank.Role;
import io.waybot.db.model.ModelTrainingJob;
import io.waybot.designer.design.JourneyNames;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.model.ModelService;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** All models with their versions, and the trainings in line. */
@Route("models")
@Page(text = "models.title", menu = MenuGroup.DATA, order = 30)
@RolesAllowed({"ANALYST", "ADMIN", "PLANNER"})
class ModelsView extends VerticalLayout {
  private static final int REFRESH_MILLIS = 2_000;
  private static final int TRAININGS_SHOWN = 5;
  private final ModelService models;
  private final JourneyNames journeys;
  private final Texts texts;
  private final Attempt attempt;
  private final ZoneId zone;
  private final boolean mayChange;
  private final Div trainings = new Div();
  private final Div cards = new Div();
  private List<ModelTrainingJob> seen = List.of();
  private @Nullable Registration polls;

  ModelsView(
      ModelService models,
      JourneyNames journeys,
      CurrentUser user,
      Texts texts,
      Attempt attempt,
      @Value("${waybot.zone}") ZoneId zone) {
    this.models = models;
    this.journeys = journeys;
    this.texts = texts;
    this.attempt = attempt;
    this.zone = zone;
    this.mayChange = user.get().isAny(Role.ANALYST, Role.ADMIN);
    var train = new Button(texts.get("models.train"), click -> train());
    train.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    train.setVisible(mayChange);
    trainings.setWidthFull();
    cards.addClassName("wb-stack");
    add(
        new PageHeader(texts.get("models.title"), texts.get("models.what"), train),
        trainings,
        cards);
    refresh();
  }

  private void train() {
    new TrainDialog(models, texts, attempt, this::refresh).open();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().setPollInterval(REFRESH_MILLIS);
    polls = event.getUI().addPollListener(poll -> refreshIfChanged());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polls != null) {
      polls.remove();
    }
  }

  private void refreshIfChanged() {
    if (!models.trainings(TRAININGS_SHOWN).equals(seen)) {
      refresh();
    }
  }

  private void refresh() {
    seen = models.trainings(TRAININGS_SHOWN);
    trainings.removeAll();
    if (!seen.isEmpty()) {
      trainings.add(new TrainingLine(texts, seen, zone));
    }
    cards.removeAll();
    var all = models.models();
    if (all.isEmpty()) {
      cards.add(StateMessage.empty(texts.get("models.none"), texts.get("models.none.what")));
    }
    var names = journeys.byKey();
    all.forEach(
        model -> cards.add(new ModelCard(texts, model, names, zone, mayChange, this::promote)));
  }

  private void promote(UUID version) {
    if (attempt.to(() -> models.promote(version))) {
      refresh();
    }
  }
}
