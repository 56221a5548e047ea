package io.waybot.designer.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.waybot.db.bank.Role;
import io.waybot.db.experiment.ResultFile;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.RobotNames;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.monitor.InstanceMonitor;
import io.waybot.runtime.run.RunOutcomes;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.RunView;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What run this is, how it stands, whether its numbers add up, and the button that stops it. */
class RunHead extends Div {
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELLED", "SKIPPED");
  private final Factory spring;
  private final Runnable changed;
  private final RobotNames robots;
  private String name = "";
  private Map<String, String> blocks = Map.of();

  private RunHead(Factory spring, RobotNames robots, Runnable changed) {
    this.spring = spring;
    this.robots = robots;
    this.changed = changed;
    setWidthFull();
  }

  /** What the blocks are called, by element id. */
  void call(Map<String, String> names) {
    blocks = names;
  }

  void show(RunView run) {
    removeAll();
    var texts = spring.texts;
    var stop = new Button(texts.get("run.stop"), click -> confirm(run));
    stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
    stop.setVisible(
        !ENDED.contains(run.state()) && spring.user.get().isAny(Role.PLANNER, Role.ADMIN));
    var sentence =
        texts.get(
            "run.sentence",
            Formats.day(run.businessDate()),
            texts.get("run.kind." + run.kind()),
            Formats.moment(run.startedAt(), spring.zone),
            RunWords.took(texts, run.startedAt(), run.finishedAt()),
            Formats.yuan(spring.outcomes.costYuan(run.id())));
    var sums = new Span(texts.get(run.conserved() ? "run.adds" : "run.addsNot"));
    sums.addClassName(run.conserved() ? "wb-good" : "wb-bad");
    if (name.isEmpty()) {
      name =
          spring.words.name(spring.journeys.open(run.journey().id(), spring.user.get()).journey());
    }
    var title = name + " · v" + run.journey().version();
    add(
        new PageHeader(
            title,
            sentence,
            RunWords.state(texts, run.state()),
            sums,
            export(run),
            retry(run),
            stop));
    if (run.stateReason() != null) {
      var reason = RunWords.reason(texts, run.state(), run.stateReason());
      reason.addClassName("wb-warn");
      add(reason);
    }
  }

  /** Tries again what the engine could not go on with; nothing that was sent is sent again. */
  private Button retry(RunView run) {
    var again =
        new Button(
            spring.texts.get("run.retry"),
            click -> {
              spring.attempt.to(() ->
                  spring.monitor.openIncidents().stream()
                      .filter(incident -> run.id().equals(incident.runId()))
                      .forEach(incident -> spring.monitor.retry(incident.key())));
              changed.run();
            });
    again.setVisible(
        run.elements().stream().anyMatch(element -> element.incidents() > 0)
            && spring.user.get().is(Role.ADMIN));
    return again;
  }

  private Anchor export(RunView run) {
    var language = Texts.language(); // a download has no screen
    DownloadHandler file =
        event -> {
          var path = Files.createTempFile("waybot-run", ".xlsx");
          try {
            new RunWorkbook(spring.texts, language, robots, spring.outcomes, blocks)
                .write(run, path);
            event.setFileName(run.journey().key() + "_" + run.businessDate() + ".xlsx");
            event.setContentType(ResultFile.XLSX);
            Files.copy(path, event.getOutputStream());
          } finally {
            Files.delete(path);
          }
        };
    var link = new Anchor(file, spring.texts.get("run.export"));
    link.setId("run-export");
    return link;
  }

  private void confirm(RunView run) {
    var texts = spring.texts;
    int pending =
        run.dispatches().stream().mapToInt(d -> d.pending() + d.claimed() + d.sending()).sum();
    var sent = run.dispatches().stream().mapToInt(RunView.Dispatches::sent).sum();
    var confirm = new ConfirmDialog();
    confirm.setHeader(texts.get("run.stop"));
    confirm.setText(texts.get("run.stop.sure", Formats.count(sent), Formats.count(pending)));
    confirm.setConfirmText(texts.get("run.stop"));
    confirm.setConfirmButtonTheme("error primary");
    confirm.setCancelable(true);
    confirm.setCancelText(texts.get("frame.cancel"));
    confirm.addConfirmListener(yes -> {
      spring.attempt.to(() -> spring.runs.cancel(run.id(), spring.user.get().login()));
      changed.run();
    });
    confirm.open();
  }

  /** Makes heads with what Spring knows. */
  @Component
  static class Factory {
    private final RunService runs;
    private final JourneyService journeys;
    private final JourneyWords words;
    private final RunOutcomes outcomes;
    private final InstanceMonitor monitor;
    private final CurrentUser user;
    private final Texts texts;
    private final Attempt attempt;
    private final ZoneId zone;

    Factory(
        RunService runs,
        JourneyService journeys,
        JourneyWords words,
        RunOutcomes outcomes,
        InstanceMonitor monitor,
        CurrentUser user,
        Texts texts,
        Attempt attempt,
        @Value("${waybot.zone}") ZoneId zone) {
      this.runs = runs;
      this.journeys = journeys;
      this.words = words;
      this.outcomes = outcomes;
      this.monitor = monitor;
      this.user = user;
      this.texts = texts;
      this.attempt = attempt;
      this.zone = zone;
    }

    RunHead create(RobotNames robots, Runnable changed) {
      return new RunHead(this, robots, changed);
    }
  }
}
