package io.waybot.designer.model;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.model.ModelTrainingJob;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The newest trainings: in line, running, done, or why not. */
class TrainingLine extends Div {

  TrainingLine(Texts texts, List<ModelTrainingJob> jobs, ZoneId zone) {
    addClassName("wb-card");
    setWidthFull();
    var table =
        new SmallTable(
                texts.get("models.model"),
                texts.get("models.state"),
                texts.get("models.table"),
                texts.get("models.label"),
                texts.get("models.asked"),
                texts.get("models.message"))
            .words(2, 3, 4, 5, 6);
    for (var job : jobs) {
      var state = new Span(texts.get("models.training." + job.state()));
      state.addClassNames("wb-pill", "wb-pill-" + colour(job.state()));
      table.row(
          new Span(Texts.isChinese(Texts.language()) ? job.nameZh() : job.nameEn()),
          state,
          new Span(job.dataset()),
          new Span(job.label()),
          new Span(job.askedBy() + " · " + Formats.moment(job.askedAt(), zone)),
          new Span(Optional.ofNullable(job.message()).orElse("")));
    }
    add(new H3(texts.get("models.trainings")), table);
  }

  private static String colour(ModelTrainingJob.State state) {
    return switch (state) {
      case DONE -> "good";
      case FAILED -> "bad";
      case RUNNING -> "busy";
      case QUEUED -> "muted";
    };
  }
}
